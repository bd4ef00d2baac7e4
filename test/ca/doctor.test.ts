import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addIntermediate } from "../../src/ca/add-intermediate.ts";
import { Authority } from "../../src/ca/authority.ts";
import type { CaContext } from "../../src/ca/context.ts";
import { publishCrls } from "../../src/ca/crl/publish-crls.ts";
import type { DoctorFinding } from "../../src/ca/doctor/doctor-check.ts";
import { doctorChecks, examine } from "../../src/ca/doctor/examine.ts";
import { settle } from "../../src/ca/doctor/settle.ts";
import { importCa } from "../../src/ca/import-ca.ts";
import { issue } from "../../src/ca/issue.ts";
import { makeIntermediate, makeRoot } from "../../src/ca/make-authority.ts";
import { revoke } from "../../src/ca/revoke.ts";
import { takeKeyOffline } from "../../src/ca/take-key-offline.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { builtinProfile } from "../../src/profile/builtin-profiles.ts";
import { Name } from "../../src/x509/name.ts";
import { encodePem } from "../../src/x509/pem.ts";
import { at, DAY_MS, NOON, newCa, newContext, scratchFolder, tlsServer } from "./fixtures.ts";

const HOUR_MS = 3_600_000;
const inAnHour = new Date(NOON.getTime() + HOUR_MS);
const healthy = { baseUrl: "http://pki.example.test", rootPassphrase: "kept in a safe" };

/** What is found beside the state of the CRLs, which is tested with them. */
async function findings(context: CaContext): Promise<readonly DoctorFinding[]> {
  return (await examine(context)).findings.filter(({ code }) => !/^crl-(not-published|expired)$/.test(code));
}

async function codes(context: CaContext): Promise<readonly string[]> {
  return (await findings(context)).map(({ code }) => code);
}

describe("examine", () => {
  it("finds nothing in a healthy CA, and has a summary for every check", async () => {
    const { context, authorities } = await newCa(healthy);
    for (const authority of authorities) await publishCrls(context, authority, { folder: scratchFolder() });
    const { facts, findings } = await examine(context);
    expect(findings).toEqual([]);
    expect(facts).toMatchObject({ authorities: 2, certificates: 1 });
    for (const { summary } of doctorChecks) expect(summary).toMatch(/\.$/);
  });

  it("shows issuances that were cut off, and settle gives them up", async () => {
    const { context, issuing } = await newCa(healthy);
    const order = { profile: tlsServer, names: ["localhost"] };
    await new Promise<void>((reached) => {
      const sign = () => new Promise<never>(() => reached());
      void issue(context, new Authority({ ...issuing, signer: { ...issuing.signer, sign } }), order);
    });
    expect(await codes(context)).toEqual(["issuance-under-way"]);
    expect((await settle(context)).abandoned).toEqual([]);
    const later = at(context, inAnHour);
    expect(await codes(later)).toEqual(["issuance-cut-off"]);
    expect((await settle(later)).abandoned).toHaveLength(1);
    expect(await codes(later)).toEqual([]);
  });

  it("shows open permissions, and settle closes them", async () => {
    const { context } = await newCa(healthy);
    chmodSync(join(context.store.location, "keys"), 0o755);
    expect(await codes(context)).toEqual(["open-permissions"]);
    expect((await settle(context)).repaired).toHaveLength(1);
    expect(await codes(context)).toEqual([]);
  });

  it("warns before an authority expires, and says when it has", async () => {
    const { context, issuing } = await newCa(healthy);
    const end = issuing.certificate.notAfter.getTime();
    const found = await findings(at(context, new Date(end - 30.5 * DAY_MS)));
    expect(found).toMatchObject([{ code: "authority-expires-soon", severity: "warning" }]);
    expect(found[0]?.message).toContain("30 days");
    expect(await codes(at(context, new Date(end + DAY_MS)))).toEqual(["authority-expired"]);
    expect(await codes(at(context, new Date(NOON.getTime() - DAY_MS)))).toContain("authority-not-yet-valid");
  });

  it("says which authority was revoked", async () => {
    const { context, issuing } = await newCa(healthy);
    await revoke(context, issuing.certificate, { reason: "cACompromise" });
    const [found] = await findings(context);
    expect(found).toMatchObject({ code: "authority-revoked", severity: "error" });
    expect(found?.message).toContain(`"${issuing.name}" was revoked`);
  });

  it("tells keys that are missing, offline, another's, or a root's left lying there", async () => {
    const { context, root, issuing } = await newCa({ baseUrl: healthy.baseUrl });
    expect(await codes(context)).toEqual(["root-key-unprotected"]);
    await takeKeyOffline(context, root.name, scratchFolder());
    expect(await codes(context)).toEqual(["authority-key-offline"]);
    await context.store.storeAuthorityKey(issuing.id, PrivateKey.generate("ecdsa-p256").toPem());
    expect(await codes(context)).toEqual(["authority-key-unusable", "authority-key-offline"]);
  });

  it("tells CAs that point nowhere, to https, or to their own CRL", async () => {
    const { context, root } = await newCa({ rootPassphrase: "kept" });
    expect(new Set(await codes(context))).toEqual(new Set(["no-revocation-source"]));
    await context.store.updateAuthority(root.id, { urls: { crl: ["https://pki.example.test/root.crl"] } });
    expect(await codes(context)).toContain("https-pointer");

    const pointing = await newCa(healthy);
    const { authority } = await addIntermediate(pointing.context, pointing.root, { name: "Selfish" });
    await pointing.context.store.updateAuthority(authority.id, { urls: pointing.root.urls });
    expect(await codes(pointing.context)).toEqual(["crl-signed-by-self"]);
  });

  it("tells two CAs of one name with different keys", async () => {
    const context = await newContext();
    const subject = Name.fromString("CN=Twin,O=Acme");
    for (const name of ["one", "two"]) {
      const { authority, key } = await makeRoot({ id: name, name, subject }, {}, NOON);
      await importCa(context, { key, certificates: [authority.certificate], name, passphrase: "kept" });
    }
    expect(await codes(context)).toContain("authority-namesakes");
  });

  it("tells a store without an authority, and one whose making was cut off", async () => {
    const empty = await newContext();
    expect(await codes(empty)).toEqual(["no-authority"]);
    const root = await makeRoot({ id: "root", name: "Root", subject: Name.fromString("CN=Root") }, {}, NOON);
    const called = { id: "issuing", name: "Issuing", subject: Name.fromString("CN=Issuing") };
    await makeIntermediate(root.authority, called, { pathLength: 0 }, (order) => issue(empty, root.authority, order));
    const { findings } = await examine(empty);
    expect(findings[0]?.message).toContain("cut off");
  });

  it("tells a chain that does not hold", async () => {
    const { context, root } = await newCa(healthy);
    const order = { profile: builtinProfile("intermediate"), names: [], subject: Name.fromString("CN=Odd") };
    const { certificate } = await issue(context, root, order);
    const record = { id: "odd", name: "Odd", kind: "intermediate", parent: root.id, keyType: "ecdsa-p256" } as const;
    const der = Buffer.from(certificate.der);
    der[der.length - 1] = (der.at(-1) as number) ^ 1;
    const certificatePem = encodePem("CERTIFICATE", der);
    const createdAt = NOON.toISOString();
    await context.store.addAuthorities([{ record: { ...record, certificatePem, createdAt, urls: root.urls } }]);
    expect(await codes(context)).toContain("bad-signature-leaf");
  });
});
