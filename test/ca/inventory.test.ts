import { describe, expect, it } from "vitest";
import { parseSerial } from "../../src/ca/find-certificate.ts";
import { issue } from "../../src/ca/issue.ts";
import { listCertificates } from "../../src/ca/list-certificates.ts";
import { renew } from "../../src/ca/renew.ts";
import { revoke, unhold } from "../../src/ca/revoke.ts";
import { showCertificate } from "../../src/ca/show-certificate.ts";
import { builtinProfile } from "../../src/profile/builtin-profiles.ts";
import type { CertificateRecord } from "../../src/store/certificate-record.ts";
import { Name } from "../../src/x509/name.ts";
import { at, DAY_MS, NOON, newCa, refusal, tlsServer, written } from "./fixtures.ts";

const localhost = { profile: tlsServer, names: ["localhost", "127.0.0.1"] };

describe("findCertificate", () => {
  it.each([
    ["0A:1B:2C", "0a1b2c"],
    ["0x00a1b", "0a1b"],
    [" a1b ", "0a1b"],
    ["00", "00"],
    ["-01", "-01"],
  ])("reads the serial number %s", (text, serial) => {
    expect(parseSerial(text)).toBe(serial);
  });

  it("takes a certificate for its serial number, but not another one that shares it", async () => {
    const { context, issuing } = await newCa();
    const { certificate } = await issue(context, issuing, localhost);
    expect((await showCertificate(context, certificate)).record.serial).toBe(certificate.serialHex);
    const elsewhere = await newCa();
    const sameSerial = { ...elsewhere.context, serial: () => certificate.serialNumber };
    const foreign = await issue(sameSerial, elsewhere.issuing, localhost);
    await refusal(showCertificate(context, foreign.certificate), "ERR_CERTIFICATE_FOREIGN");
    await refusal(showCertificate(context, "99"), "ERR_STORE_CERTIFICATE_UNKNOWN");
    await refusal(showCertificate(context, "cert.pem"), "ERR_SERIAL_TEXT");
  });
});

describe("list and show", () => {
  it("filter by name, by expiry and by revocation", async () => {
    const { context, issuing } = await newCa();
    const web = await issue(context, issuing, { ...localhost, names: ["www.example.test"], days: 10 });
    const api = await issue(context, issuing, { ...localhost, names: ["api.example.test"], days: 80 });
    await revoke(context, api.certificate);
    const serials = async (options: Parameters<typeof listCertificates>[1]) =>
      (await collect(listCertificates(context, { profile: "tls-server", ...options }))).map(({ serial }) => serial);
    expect(await serials({})).toEqual([web.record.serial, api.record.serial]);
    expect(await serials({ name: "www.*" })).toEqual([web.record.serial]);
    expect(await serials({ expiringWithinDays: 30 })).toEqual([web.record.serial]);
    expect(await serials({ revoked: true })).toEqual([api.record.serial]);
  });

  it("tell the status of a certificate", async () => {
    const { context, issuing } = await newCa();
    const { certificate } = await issue(context, issuing, localhost);
    const statusAt = async (time: Date) => (await showCertificate(at(context, time), certificate)).status;
    expect(await statusAt(NOON)).toBe("valid");
    expect(await statusAt(new Date(0))).toBe("not-yet-valid");
    expect(await statusAt(certificate.notAfter)).toBe("valid");
    expect(await statusAt(new Date(certificate.notAfter.getTime() + 1000))).toBe("expired");
    await revoke(context, certificate, { reason: "certificateHold" });
    expect(await statusAt(NOON)).toBe("on-hold");
    await revoke(context, certificate, { reason: "keyCompromise" });
    expect(await statusAt(NOON)).toBe("revoked");
  });

  it("show the chain and the authority", async () => {
    const { context, issuing, root } = await newCa();
    const { record } = await issue(context, issuing, localhost);
    const shown = await showCertificate(context, record.serial);
    expect(shown.chain).toEqual([issuing.certificate]);
    expect(shown.root.equals(root.certificate)).toBe(true);
    expect(shown.authority.name).toBe(issuing.name);
  });
});

describe("revoke", () => {
  it("records reason and times once; a hold can be lifted or made final", async () => {
    const { context, issuing } = await newCa();
    const { certificate } = await issue(context, issuing, localhost);
    const held = await revoke(context, certificate, { reason: "certificateHold" });
    expect(held.revoked).toMatchObject({ reason: "certificateHold", at: NOON.toISOString() });
    expect((await unhold(context, certificate)).revoked).toBeUndefined();
    const invalidityDate = new Date(NOON.getTime() - DAY_MS);
    const { revoked } = await revoke(context, certificate, { reason: "keyCompromise", invalidityDate });
    expect(revoked).toMatchObject({ reason: "keyCompromise", invalidityDate: invalidityDate.toISOString() });
    const later = at(context, new Date(NOON.getTime() + DAY_MS));
    expect((await revoke(later, certificate, { reason: "superseded" })).revoked).toEqual(revoked);
    await refusal(unhold(context, certificate), "ERR_STORE_REVOKED");
  });
});

describe("renew", () => {
  const inAMonth = new Date(NOON.getTime() + 30 * DAY_MS);

  it("keeps key, names, subject, profile and period, and says what it replaces", async () => {
    const { context, issuing } = await newCa();
    const old = await issue(context, issuing, { ...localhost, days: 45 });
    const { certificate, record, key } = await renew(at(context, inAMonth), issuing, old.certificate);
    expect(key).toBeUndefined();
    expect(certificate.spkiDer).toEqual(old.certificate.spkiDer);
    expect(certificate.subject.equals(old.certificate.subject)).toBe(true);
    expect(certificate.subjectAltName?.value).toEqual(old.certificate.subjectAltName?.value);
    expect(period(record)).toBe(period(old.record));
    expect(record).toMatchObject({ replaces: old.record.serial, profile: "tls-server" });
    expect(certificate.notBefore.getTime() - old.certificate.notBefore.getTime()).toBe(30 * DAY_MS);
  });

  it("makes a new key of the same type on demand, and another period", async () => {
    const { context, issuing } = await newCa();
    const old = await issue(context, issuing, { ...localhost, key: "ed25519" });
    const renewed = await renew(context, issuing, old.record.serial, { rekey: true, days: 7 });
    expect(renewed.key?.publicKey.keyType?.id).toBe("ed25519");
    expect(renewed.certificate.spkiDer).not.toEqual(old.certificate.spkiDer);
    expect(period(renewed.record)).toBe(7 * DAY_MS - 1000);
  });

  it("refuses the old key of a certificate that was revoked for its compromise", async () => {
    const { context, issuing } = await newCa();
    const { certificate } = await issue(context, issuing, localhost);
    await revoke(context, certificate, { reason: "keyCompromise" });
    const before = await written(context);
    const { hint } = await refusal(renew(context, issuing, certificate), "ERR_RENEW_COMPROMISED");
    expect(hint).toContain("--rekey");
    expect(await written(context)).toBe(before);
    expect((await renew(context, issuing, certificate, { rekey: true })).key).toBeDefined();
  });

  it("needs the profile when it is not a built-in one", async () => {
    const { context, issuing } = await newCa();
    const profile = { ...builtinProfile("tls-client"), name: "badge" };
    const order = { profile, names: ["alice@example.test"], subject: Name.fromString("CN=Alice") };
    const { certificate } = await issue(context, issuing, order);
    await refusal(renew(context, issuing, certificate), "ERR_PROFILE_UNKNOWN");
    expect((await renew(context, issuing, certificate, { profile })).record.subject).toBe("CN=Alice");
  });
});

function period({ notBefore, notAfter }: CertificateRecord): number {
  return Date.parse(notAfter) - Date.parse(notBefore);
}

async function collect<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}
