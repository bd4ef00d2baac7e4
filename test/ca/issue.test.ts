import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addIntermediate } from "../../src/ca/add-intermediate.ts";
import { Authority } from "../../src/ca/authority.ts";
import { issue } from "../../src/ca/issue.ts";
import { openAuthority } from "../../src/ca/open-authority.ts";
import { revoke, unhold } from "../../src/ca/revoke.ts";
import { randomSerial } from "../../src/ca/serial.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { builtinProfile } from "../../src/profile/builtin-profiles.ts";
import { parseProfile } from "../../src/profile/schema/parse-profile.ts";
import { Name } from "../../src/x509/name.ts";
import { at, DAY_MS, NOON, newCa, refusal, tlsServer, written } from "./fixtures.ts";

const localhost = { profile: tlsServer, names: ["localhost"] };

describe("issue", () => {
  it("records what it returns, and keeps the new key to itself", async () => {
    const { context, issuing } = await newCa();
    const { certificate, record, key, chain, root } = await issue(context, issuing, localhost);
    expect(record).toMatchObject({
      serial: certificate.serialHex,
      sha256: certificate.sha256,
      names: ["localhost"],
    });
    expect(record.certificateDer).toEqual(certificate.der);
    expect(await context.store.find(certificate.serialHex)).toEqual(record);
    expect(chain).toEqual([issuing.certificate]);
    expect(root).toEqual(issuing.root);
    expect(key?.publicKey.spkiDer).toEqual(certificate.spkiDer);
  });

  it("takes a public key in place of making a pair", async () => {
    const { context, issuing } = await newCa();
    const { publicKey } = PrivateKey.generate("ed25519");
    const { certificate, key } = await issue(context, issuing, { ...localhost, key: publicKey });
    expect(certificate.spkiDer).toEqual(publicKey.spkiDer);
    expect(key).toBeUndefined();
  });

  it("judges what is to count later as of then", async () => {
    const { context, issuing } = await newCa();
    const notBefore = new Date(NOON.getTime() + 30 * DAY_MS);
    const { certificate } = await issue(context, issuing, { ...localhost, notBefore });
    expect(certificate.notBefore).toEqual(notBefore);
  });

  it("takes another serial number when one is taken, and gives up when all are", async () => {
    const { context, issuing } = await newCa();
    const { certificate } = await issue(context, issuing, localhost);
    const taken = Uint8Array.from(certificate.serialNumber);
    const fresh = randomSerial();
    const offered = [taken, fresh];
    const lucky = { ...context, serial: () => offered.shift() ?? taken };
    const second = await issue(lucky, issuing, localhost);
    expect(second.certificate.serialNumber).toEqual(fresh);
    await refusal(issue({ ...context, serial: () => taken }, issuing, localhost), "ERR_CA_SERIALS_TAKEN");
  });

  it("gives the reserved serial number up when the signer fails or signs with another key", async () => {
    const { context, issuing } = await newCa();
    const other = await newCa();
    const broken = { ...issuing.signer, sign: () => Promise.reject(new Error("the token was pulled out")) };
    const wrong = { ...issuing.signer, sign: (data: Uint8Array) => other.issuing.signer.sign(data) };
    const withSigner = (signer: typeof wrong | typeof broken) => new Authority({ ...issuing, signer });
    await expect(issue(context, withSigner(broken), localhost)).rejects.toThrow("the token was pulled out");
    await refusal(issue(context, withSigner(wrong), localhost), "ERR_CA_SIGNATURE");
    expect(await context.store.pending()).toEqual([]);
  });
});

describe("issue refuses, before anything is written,", () => {
  it.each([
    ["a name that cannot be one", { names: ["a..b"] }, "ERR_GENERAL_NAME"],
    ["a kind of name that the profile does not allow", { names: ["alice@example.test"] }, "ERR_PROFILE_REFUSED"],
    ["a TLS server without a name", { names: [] }, "ERR_PROFILE_REFUSED"],
    ["more days than the profile allows", { days: 4000 }, "ERR_PROFILE_REFUSED"],
    ["a partial wildcard", { names: ["w*.example.test"] }, "ERR_LINT_REFUSED"],
    ["an end before the beginning", { notAfter: new Date(NOON.getTime() - DAY_MS) }, "ERR_PROFILE_REFUSED"],
  ] as const)("%s", async (_, change, code) => {
    const { context, issuing } = await newCa();
    const before = await written(context);
    const { hint } = await refusal(issue(context, issuing, { ...localhost, ...change }), code);
    expect(hint).not.toMatch(/\{\w+\}/);
    expect(await written(context)).toBe(before);
  });

  it("a leaf that would outlive its issuer", async () => {
    const { context, issuing } = await newCa({ rootDays: 60 });
    const before = await written(context);
    const { facts } = await refusal(issue(context, issuing, { ...localhost, days: 90 }), "ERR_PROFILE_REFUSED");
    expect(facts.rules).toBe("outlives-issuer");
    expect(await written(context)).toBe(before);
  });

  it("everything once the CA has expired, also when it has issued before", async () => {
    const { context, issuing } = await newCa({ rootDays: 60 });
    await issue(context, issuing, { ...localhost, days: 30 });
    const later = at(context, new Date(NOON.getTime() + 61 * DAY_MS));
    const before = await written(context);
    const { message } = await refusal(issue(later, issuing, localhost), "ERR_CA_EXPIRED");
    expect(message).toContain(issuing.certificate.notAfter.toISOString());
    expect(await written(context)).toBe(before);
  });

  it("everything once the CA, or one above it, was revoked; but who signs its OCSP responses", async () => {
    const { context, root } = await newCa();
    const upper = (await addIntermediate(context, root, { name: "Upper", pathLength: 1 })).authority;
    const lower = (await addIntermediate(context, upper, { name: "Lower" })).authority;
    await revoke(context, upper.certificate, { reason: "certificateHold" });
    const opened = await Promise.all([upper.id, lower.id].map((id) => openAuthority(context.store, id)));
    const before = await written(context);
    for (const authority of opened) {
      const { facts } = await refusal(issue(context, authority, localhost), "ERR_CA_REVOKED");
      expect(facts).toMatchObject({ ca: `${upper.certificate.subject}`, reason: "certificateHold" });
    }
    expect(await written(context)).toBe(before);
    const responder = { profile: builtinProfile("ocsp-signer"), names: [], subject: Name.fromString("CN=Responder") };
    for (const authority of opened) await issue(context, authority, responder);
    await unhold(context, upper.certificate);
    for (const { id } of opened) await issue(context, await openAuthority(context.store, id), localhost);
  });

  it("what is over already, also after others of its kind were issued", async () => {
    const { context, issuing } = await newCa();
    await issue(context, issuing, localhost);
    const [notBefore, notAfter] = [-2, -1].map((days) => new Date(NOON.getTime() + days * DAY_MS));
    const { facts } = await refusal(
      issue(context, issuing, { ...localhost, notBefore, notAfter }),
      "ERR_CHAIN_REFUSED",
    );
    expect(facts.code).toBe("expired-leaf");
  });

  it("what no client could use, though the profile allows it", async () => {
    const { context, issuing } = await newCa();
    const yaml = readFileSync("templates/tls-server.yaml", "utf8").replace("keyUsage: [", "keyUsage: [cRLSign] # [");
    const profile = await parseProfile(yaml, "odd.yaml");
    const { facts } = await refusal(issue(context, issuing, { ...localhost, profile }), "ERR_CHAIN_REFUSED");
    expect(facts.code).toBe("ku-no-digital-signature");
  });

  it("a CA below an issuing CA", async () => {
    const { context, issuing } = await newCa();
    const order = { profile: builtinProfile("intermediate"), names: [], subject: issuing.certificate.subject };
    await refusal(issue(context, issuing, order), "ERR_PROFILE_REFUSED");
  });
});

describe("randomSerial", () => {
  it("draws positive numbers of sixteen octets, each once", () => {
    const serials = Array.from({ length: 2000 }, randomSerial);
    for (const [first = 0] of serials) expect(first > 0 && first < 0x80).toBe(true);
    expect(new Set(serials.map((serial) => Buffer.from(serial).toString("hex"))).size).toBe(2000);
  });
});
