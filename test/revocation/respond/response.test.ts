import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BasicOCSPResponse, OCSPResponse, Certificate as PkijsCertificate } from "pkijs";
import { afterAll, describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { PrivateKey } from "../../../src/keys/private-key.ts";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { checkOcsp } from "../../../src/revocation/ocsp/check-ocsp.ts";
import { ocspNonce } from "../../../src/revocation/ocsp/ocsp-nonce.ts";
import { ocspStatuses, parseOcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import type { CertStatus } from "../../../src/revocation/ocsp/single-response.ts";
import { archiveCutoff } from "../../../src/revocation/respond/archive-cutoff.ts";
import { encodeErrorResponse } from "../../../src/revocation/respond/encode-response.ts";
import { encodeSingleResponse } from "../../../src/revocation/respond/encode-single-response.ts";
import { ResponseSigner } from "../../../src/revocation/respond/response-signer.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { extendedKeyUsage } from "../../../src/x509/extensions/extended-key-usage.ts";
import { type CrlReason, crlReasons } from "../../../src/x509/extensions/reason-code.ts";
import { days, now, TestIssuer } from "../test-issuer.ts";

const folder = mkdtempSync(join(tmpdir(), "rootcause-respond-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ca = new TestIssuer("CN=CA");
const purpose = encodeExtension(extendedKeyUsage, [OID.ocspSigning], false);
const leaf = ca.certify(new TestIssuer("CN=leaf"), { serial: 1 });
const subject = { certificate: leaf, issuer: ca.root };
const good: CertStatus = { kind: "good" };

function delegateOf(issuer: TestIssuer, key = PrivateKey.generate("ecdsa-p256")): ResponseSigner {
  const responder = new TestIssuer("CN=responder", key);
  return ResponseSigner.ofDelegate(responder.signer, issuer.certify(responder, { serial: 9, extensions: [purpose] }));
}

async function respond(signer: ResponseSigner, status: CertStatus, extensions: readonly Uint8Array[] = []) {
  const single = encodeSingleResponse({
    certIdDer: encodeCertId("sha1", ca.root, leaf.serialNumber),
    status,
    thisUpdate: days(-1),
    nextUpdate: days(1),
    extensions: [encodeExtension(archiveCutoff, days(-100), false)],
  });
  return signer.sign({ producedAt: now, responses: [single], extensions });
}

/** What OpenSSL reads in a response and says of its signature. It checks the period by the clock of the machine, so that is waived. */
function openssl(der: Uint8Array): string {
  writeFileSync(join(folder, "response.der"), der);
  writeFileSync(join(folder, "ca.pem"), ca.root.toPem());
  writeFileSync(join(folder, "leaf.pem"), leaf.toPem());
  const at = String(now.getTime() / 1000);
  const request = ["-issuer", "ca.pem", "-cert", "leaf.pem", "-no_nonce"];
  const args = [
    "ocsp",
    "-respin",
    "response.der",
    ...request,
    "-CAfile",
    "ca.pem",
    "-attime",
    at,
    "-validity_period",
    "1000000000",
    "-resp_text",
  ];
  const { stdout, stderr } = spawnSync("openssl", args, { cwd: folder, encoding: "utf8" });
  return stdout + stderr;
}

describe("a response", () => {
  it.each(["ecdsa-p256", "ecdsa-p384", "ed25519", "rsa-2048"] as const)(
    "signed by a delegate with a key of type %s is what OpenSSL and our own check accept",
    async (type) => {
      const der = await respond(delegateOf(ca, PrivateKey.generate(type)), good);
      expect(openssl(der)).toMatch(/leaf.pem: good[\s\S]*Response verify OK/);
      expect(checkOcsp(parseOcspResponse(der), subject, { at: now })).toEqual({ status: "good" });
    },
  );

  it("may be signed by the CA itself, and then holds no certificate", async () => {
    const der = await respond(ResponseSigner.ofCa(ca.signer, ca.root), good);
    const text = openssl(der);
    expect(text).toMatch(/Response verify OK/);
    expect(text).not.toMatch(/BEGIN CERTIFICATE/);
    expect(checkOcsp(parseOcspResponse(der), subject, { at: now })).toEqual({ status: "good" });
  });

  it.each(Object.keys(crlReasons).filter((reason) => reason !== "unspecified") as CrlReason[])(
    "tells of a revocation for %s",
    async (reason) => {
      const at = days(-3);
      const der = await respond(delegateOf(ca), { kind: "revoked", at, reason });
      const number = crlReasons[reason].toString(16); // this OpenSSL has no word for the last two
      expect(openssl(der)).toMatch(new RegExp(`Revocation Reason: .+ \\(0x${number}\\)`));
      const verdict = checkOcsp(parseOcspResponse(der), subject, { at: now });
      expect(verdict).toEqual({ status: "revoked", source: "ocsp", at, reason });
    },
  );

  it("leaves the reason unspecified out", async () => {
    const at = days(-3);
    const der = await respond(delegateOf(ca), { kind: "revoked", at, reason: "unspecified" });
    const verdict = checkOcsp(parseOcspResponse(der), subject, { at: now });
    expect(verdict).toEqual({ status: "revoked", source: "ocsp", at, reason: undefined });
  });

  it("says unknown", async () => {
    expect(openssl(await respond(delegateOf(ca), { kind: "unknown" }))).toContain("leaf.pem: unknown");
  });

  it("carries a nonce and the archive cutoff", async () => {
    const nonce = encodeExtension(
      ocspNonce,
      Uint8Array.from({ length: 32 }, (_, i) => i),
      false,
    );
    const text = openssl(await respond(delegateOf(ca), good, [nonce]));
    expect(text).toMatch(/OCSP Nonce:\s+0420000102/);
    expect(text).toMatch(/OCSP Archive Cutoff:\s+Nov 21 12:00:00 2025 GMT/);
  });

  it("is one that pkijs reads and verifies", async () => {
    const der = await respond(delegateOf(ca), good);
    const { responseBytes } = OCSPResponse.fromBER(new Uint8Array(der));
    const basic = BasicOCSPResponse.fromBER(responseBytes?.response.valueBlock.valueHexView as Uint8Array<ArrayBuffer>);
    expect(basic.tbsResponseData.responses).toHaveLength(1);
    const trustedCerts = [PkijsCertificate.fromBER(new Uint8Array(ca.root.der))];
    expect(await basic.verify({ trustedCerts })).toBe(true);
  });

  it("by a delegate of another CA is refused by OpenSSL and by us", async () => {
    const der = await respond(delegateOf(new TestIssuer("CN=other")), good);
    expect(openssl(der)).toContain("Response Verify Failure");
    expect(checkOcsp(parseOcspResponse(der), subject, { at: now })).toMatchObject({ status: "undetermined" });
  });
});

describe("an error", () => {
  const statuses = ["malformedRequest", "internalError", "tryLater", "sigRequired", "unauthorized"] as const;
  it.each(statuses)("%s is five octets that OpenSSL reads", (status) => {
    const der = encodeErrorResponse(status);
    expect([...der]).toEqual([0x30, 3, 0x0a, 1, ocspStatuses[status]]);
    expect(parseOcspResponse(der)).toEqual({ status });
    expect(openssl(der).toLowerCase()).toContain(`responder error: ${status.toLowerCase()} (${ocspStatuses[status]})`);
  });
});

it("names a responder by the hash of its key, and a CA by its name: OpenSSL reads both", async () => {
  const delegate = PrivateKey.generate("ecdsa-p256");
  const hash = Buffer.from(delegate.publicKey.keyIdentifier).toString("hex").toUpperCase();
  expect(openssl(await respond(delegateOf(ca, delegate), good))).toContain(`Responder Id: ${hash}`);
  expect(openssl(await respond(ResponseSigner.ofCa(ca.signer, ca.root), good))).toContain("Responder Id: CN = CA");
});
