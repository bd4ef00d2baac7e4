import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { reasonCode } from "../../../src/x509/extensions/reason-code.ts";
import { encodePem } from "../../../src/x509/pem.ts";
import { encodeRevokedCertificate } from "../../../src/x509/revoked-certificate.ts";
import { encodeTbsCertificateList } from "../../../src/x509/tbs-certificate-list.ts";
import { days, TestIssuer } from "../../revocation/test-issuer.ts";
import { runCli } from "../run-cli.ts";
import { tempFolder } from "../temp-folder.ts";

const COUNT = 120_000;
const cwd = tempFolder();
const ca = new TestIssuer("CN=CA");
const extensions = [encodeExtension(reasonCode, "keyCompromise", false)];

/** The serial number of the entry at this place, four octets. */
function serialOf(place: number): Buffer {
  const serial = Buffer.alloc(4);
  serial.writeUInt32BE(0x40_00_00_00 + place);
  return serial;
}

beforeAll(() => {
  const entries = Array.from({ length: COUNT }, (_, place) =>
    encodeRevokedCertificate({ serial: serialOf(place), revokedAt: days(-2), extensions }),
  );
  const tbs = encodeTbsCertificateList({
    signatureAlgorithm: ca.signer.signatureAlgorithm.identifierDer,
    issuer: ca.name,
    thisUpdate: days(-1),
    nextUpdate: days(1),
    entries: Buffer.concat(entries),
    extensions: [],
  });
  const der = ca.seal(tbs);
  expect(der.length).toBeGreaterThan(4 * 1024 * 1024);
  writeFileSync(join(cwd, "large.crl"), der);
  writeFileSync(join(cwd, "large.pem"), encodePem("X509 CRL", der));
  writeFileSync(join(cwd, "cut.crl"), der.subarray(0, -100_000));
});

async function inspected(...args: readonly string[]) {
  const { status, stdout } = await runCli(["inspect", "--json", ...args], { cwd });
  const [item] = JSON.parse(stdout).items ?? [];
  return { status, kind: item?.kind, fields: item?.fields, warnings: item?.warnings };
}

describe("a large CRL", () => {
  it("is summed up the same from its file as from memory", async () => {
    const fromFile = await inspected("large.crl");
    expect(fromFile).toMatchObject({ status: 0, kind: "crl", fields: { revokedCertificates: { value: COUNT } } });
    expect(fromFile.fields.entries.value).toHaveLength(20);
    expect((await inspected("large.pem")).fields).toEqual(fromFile.fields);
  });

  it.each(["large.crl", "large.pem"])("tells whether one certificate is on it: %s", async (file) => {
    const serial = serialOf(COUNT - 1).toString("hex");
    expect(await inspected(file, "--serial", serial.toUpperCase())).toMatchObject({
      status: 0,
      fields: { matches: { value: [`${serial} since 2026-02-27T12:00:00Z: keyCompromise`] } },
    });
    const { status, fields } = await inspected(file, "--serial", "01:02");
    expect({ status, matches: fields.matches.value }).toEqual({ status: 1, matches: "none: 0102 is not on this list" });
  });

  it("that is cut off is told to be damaged", async () => {
    expect(await inspected("cut.crl")).toMatchObject({
      kind: "crl",
      warnings: expect.arrayContaining([expect.stringContaining("not valid DER at offset 0")]),
    });
  });
});
