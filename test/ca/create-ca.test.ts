import { describe, expect, it } from "vitest";
import { addIntermediate } from "../../src/ca/add-intermediate.ts";
import { createCa } from "../../src/ca/create-ca.ts";
import { issue } from "../../src/ca/issue.ts";
import { openAuthority } from "../../src/ca/open-authority.ts";
import type { Certificate } from "../../src/x509/certificate.ts";
import { crlDistributionPoints } from "../../src/x509/extensions/crl-distribution-points.ts";
import { DAY_MS, NOON, newCa, newContext, refusal, tlsServer, written } from "./fixtures.ts";

describe("createCa", () => {
  it("makes a root and an issuing CA whose names differ each time", async () => {
    const [one, other] = [await newCa(), await newCa()];
    expect(one.root.name).toMatch(/^Acme Root CA [0-9a-f]{6}$/);
    expect(one.issuing.name).toMatch(/^Acme Issuing CA [0-9a-f]{6}$/);
    expect(one.root.certificate.subject.equals(other.root.certificate.subject)).toBe(false);
    expect(one.issuing.certificate.serialHex).not.toBe(other.issuing.certificate.serialHex);
  });

  it("gives each CA the path length that its place allows", async () => {
    const { authorities } = await newCa({ tiers: 4 });
    const lengths = authorities.map(({ certificate }) => certificate.basicConstraints?.value.pathLength);
    expect(lengths).toEqual([undefined, 2, 1, 0]);
  });

  it("records the CA certificates below the root, so that the root can revoke them", async () => {
    const { context, root, issuing } = await newCa();
    const record = await context.store.find(issuing.certificate.serialHex);
    expect(record).toMatchObject({ authority: root.id, profile: "intermediate" });
    const kept = await context.store.authorities();
    expect(kept.map(({ id, kind, parent, keyAt }) => ({ id, kind, parent, keyAt }))).toEqual([
      { id: root.id, kind: "root", keyAt: "store" },
      { id: issuing.id, kind: "intermediate", parent: root.id, keyAt: "store" },
    ]);
  });

  it("lets the CAs end no later than a short-lived root", async () => {
    const { root, issuing } = await newCa({ rootDays: 30 });
    expect(issuing.certificate.notAfter).toEqual(root.certificate.notAfter);
    expect(root.certificate.notAfter.getTime() - NOON.getTime()).toBeLessThan(30 * DAY_MS);
  });

  it("points each certificate at the CRL of its own issuer", async () => {
    const { context, root, issuing, notices } = await newCa({ baseUrl: "http://pki.example.test" });
    const { certificate, notices: leafNotices } = await issue(context, issuing, {
      profile: tlsServer,
      names: ["localhost"],
    });
    expect(crlUrls(root.certificate)).toEqual([]);
    expect(crlUrls(issuing.certificate)).toEqual([`http://pki.example.test/crl/${root.id}.crl`]);
    expect(crlUrls(certificate)).toEqual([`http://pki.example.test/crl/${issuing.id}.crl`]);
    expect([...notices, ...leafNotices]).toEqual([]);
  });

  it("notices https pointers, and certificates that cannot be found revoked", async () => {
    const secure = await newCa({ baseUrl: "https://pki.example.test" });
    expect(secure.notices.map(({ code }) => code)).toContain("https-pointer");
    const silent = await newCa();
    expect(silent.notices.map(({ code }) => code)).toEqual(["no-revocation-source"]);
  });

  it("is refused where there is a CA, and where the name cannot stand in one", async () => {
    const { context } = await newCa();
    const before = await written(context);
    await refusal(createCa(context, { name: "Other" }), "ERR_CA_EXISTS");
    expect(await written(context)).toBe(before);
    const empty = await newContext();
    const untouched = await written(empty);
    for (const name of ["", " Acme", "x".repeat(41), "A\u0000B"])
      await refusal(createCa(empty, { name }), "ERR_CA_NAME");
    const noAnswer = () => Promise.reject(new Error("nobody is there to answer"));
    await expect(createCa(empty, { name: "Acme", passphrase: noAnswer })).rejects.toThrow("nobody is there");
    expect(await written(empty)).toBe(untouched);
  });

  it("encrypts the keys under their passphrases", async () => {
    const { context, root, issuing } = await newCa({ rootPassphrase: "root secret", passphrase: "issuing secret" });
    expect(await context.store.authorityKeyPem(root.id)).toContain("ENCRYPTED PRIVATE KEY");
    await refusal(openAuthority(context.store, root.name), "ERR_PASSPHRASE_MISSING");
    const { message } = await refusal(
      openAuthority(context.store, root.name, { passphrase: "issuing secret" }),
      "ERR_PASSPHRASE_WRONG",
    );
    expect(message).not.toContain("secret");
    const opened = await openAuthority(context.store, issuing.name, { passphrase: () => "issuing secret" });
    expect(opened.certificate.equals(issuing.certificate)).toBe(true);
  });
});

describe("name limits", () => {
  const limits = { dns: ["localhost", "dev.example.test"] };

  it("let through what lies inside them, private addresses included", async () => {
    const { context, issuing } = await newCa({ limits });
    const names = ["localhost", "api.dev.example.test", "127.0.0.1", "10.1.2.3", "::1"];
    const { certificate } = await issue(context, issuing, { profile: tlsServer, names });
    expect(certificate.subjectAltName?.value).toHaveLength(names.length);
  });

  it.each(["example.test", "evil-dev.example.test", "8.8.8.8", "2001:db8::1"])("refuse %s", async (name) => {
    const { context, issuing } = await newCa({ limits });
    const before = await written(context);
    await refusal(issue(context, issuing, { profile: tlsServer, names: [name] }), "ERR_PROFILE_REFUSED");
    expect(await written(context)).toBe(before);
  });

  it("of a root count two CAs further down", async () => {
    const { context, root } = await newCa({ limits, tiers: 3 });
    const { authority: middle } = await addIntermediate(context, root, { name: "Free", pathLength: 1 });
    const { authority: issuing } = await addIntermediate(context, middle, { name: "Free" });
    await issue(context, issuing, { profile: tlsServer, names: ["localhost"] });
    const { facts } = await refusal(
      issue(context, issuing, { profile: tlsServer, names: ["www.example.com"] }),
      "ERR_CHAIN_REFUSED",
    );
    expect(facts.code).toBe("nc-permitted");
  });
});

describe("addIntermediate", () => {
  it("is refused where the path lengths above leave no room", async () => {
    const { context, issuing, root } = await newCa();
    const before = await written(context);
    await refusal(addIntermediate(context, issuing, { name: "Below" }), "ERR_CA_PATH_LENGTH");
    expect(await written(context)).toBe(before);
    const { authority: middle } = await addIntermediate(context, root, { name: "Middle", pathLength: 1 });
    await refusal(addIntermediate(context, middle, { name: "Below", pathLength: 1 }), "ERR_CA_PATH_LENGTH");
  });

  it("keeps the organization of its parent", async () => {
    const { context, root } = await newCa();
    const { authority } = await addIntermediate(context, root, { name: "Servers" });
    expect(authority.certificate.subject.toString()).toMatch(/^CN=Servers Issuing CA [0-9a-f]{6},O=Acme$/);
  });
});

describe("openAuthority", () => {
  it("takes the only CA at the bottom, or asks which", async () => {
    const { context, root, issuing } = await newCa();
    expect((await openAuthority(context.store)).id).toBe(issuing.id);
    expect((await openAuthority(context.store, root.name.toUpperCase())).id).toBe(root.id);
    await addIntermediate(context, root, { name: "Second" });
    const { hint } = await refusal(openAuthority(context.store), "ERR_CA_AMBIGUOUS");
    expect(hint).toContain(issuing.name);
    await refusal(openAuthority(context.store, "Third"), "ERR_CA_UNKNOWN");
    await refusal(openAuthority((await newContext()).store), "ERR_CA_NONE");
  });

  it("signs with RSA-PSS again when the CA was made so", async () => {
    const { context } = await newCa({ keyType: "rsa-2048", signatureAlgorithm: "rsa-pss-sha384" });
    const { signer } = await openAuthority(context.store);
    expect(signer.signatureAlgorithm.id).toBe("rsa-pss-sha384");
  });
});

function crlUrls(certificate: Certificate): readonly string[] {
  const points = certificate.extension(crlDistributionPoints)?.value ?? [];
  return points.flatMap(({ fullName = [] }) => fullName.flatMap((name) => (name.kind === "uri" ? [name.value] : [])));
}
