import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { checkOcsp } from "../../../src/revocation/ocsp/check-ocsp.ts";
import { encodeOcspRequest, parseOcspRequest } from "../../../src/revocation/ocsp/ocsp-request.ts";
import { parseOcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { extendedKeyUsage } from "../../../src/x509/extensions/extended-key-usage.ts";
import { TestIssuer } from "../test-issuer.ts";

const folder = mkdtempSync(join(tmpdir(), "rootcause-ocsp-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ca = new TestIssuer("CN=CA");
const responder = new TestIssuer("CN=responder");
const purpose = encodeExtension(extendedKeyUsage, [OID.ocspSigning], false);
const delegate = ca.certify(responder, { serial: 9, extensions: [purpose] });
const leaf = ca.certify(new TestIssuer("CN=leaf"), { serial: 1 });

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

function openssl(...args: readonly string[]): void {
  execFileSync("openssl", args, { stdio: "pipe", cwd: folder });
}

write("ca.pem", ca.root.toPem());
write("responder.pem", delegate.toPem());
write("responder.key", responder.key.toPem());
write("ca.key", ca.key.toPem());
write("leaf.pem", leaf.toPem());

/** What OpenSSL's responder answers to a request, when its database says this of serial 1. */
function opensslAnswers(request: Uint8Array, database: string, ...options: readonly string[]) {
  write("index.txt", database);
  write("request.der", request);
  const signer = options.length > 0 ? options : ["-rsigner", "responder.pem", "-rkey", "responder.key"];
  const files = ["-index", "index.txt", "-CA", "ca.pem", "-reqin", "request.der", "-respout", "response.der"];
  openssl("ocsp", ...files, ...signer, "-ndays", "1");
  const response = parseOcspResponse(Uint8Array.from(readFileSync(join(folder, "response.der"))));
  if (response.status !== "successful") return { status: response.status };
  const nonce = parseOcspRequest(request).extensions.length > 0 ? asked : undefined;
  // OpenSSL reads its clock once for thisUpdate and once more for producedAt, which may be a second later.
  const at = response.basic.producedAt;
  return checkOcsp(response, { certificate: leaf, issuer: ca.root }, { at, ...(nonce && { nonce }) });
}

const asked = Uint8Array.from({ length: 16 }, (_, i) => i);
const requestFor = (hash: "sha1" | "sha256", nonce?: Uint8Array) =>
  encodeOcspRequest([encodeCertId(hash, ca.root, leaf.serialNumber)], nonce);
const valid = "V\t350101000000Z\t\t01\tunknown\t/CN=leaf\n";
const revoked = "R\t350101000000Z\t260101000000Z,keyCompromise\t01\tunknown\t/CN=leaf\n";

describe("OpenSSL's responder", () => {
  it.each(["sha1", "sha256"] as const)("understands our request by %s, and we its answers", (hash) => {
    expect(opensslAnswers(requestFor(hash), valid)).toEqual({ status: "good" });
    expect(opensslAnswers(requestFor(hash), revoked)).toEqual({
      status: "revoked",
      source: "ocsp",
      at: new Date("2026-01-01T00:00:00Z"),
      reason: "keyCompromise",
    });
    expect(opensslAnswers(requestFor(hash), "")).toMatchObject({ problems: [{ code: "ocsp-unknown" }] });
  });

  it("returns our nonce", () => {
    expect(opensslAnswers(requestFor("sha1", asked), valid)).toEqual({ status: "good" });
    expect(opensslAnswers(requestFor("sha1", Uint8Array.of(9)), valid)).toMatchObject({
      problems: [{ code: "ocsp-nonce-mismatch" }],
    });
  });

  it("may be the CA itself, named by key or name", () => {
    const own = ["-rsigner", "ca.pem", "-rkey", "ca.key"];
    expect(opensslAnswers(requestFor("sha1"), valid, ...own)).toEqual({ status: "good" });
    expect(opensslAnswers(requestFor("sha1"), valid, ...own, "-resp_key_id")).toEqual({ status: "good" });
  });

  it("is refused when the certificate with its key is not for OCSP", () => {
    write("plain.pem", ca.certify(responder, { serial: 8 }).toPem());
    const plain = ["-rsigner", "plain.pem", "-rkey", "responder.key"];
    expect(opensslAnswers(requestFor("sha1"), valid, ...plain)).toMatchObject({
      problems: [{ code: "ocsp-unauthorized-responder" }],
    });
  });
});

describe("OpenSSL's requests", () => {
  it("are read", () => {
    openssl("ocsp", "-issuer", "ca.pem", "-cert", "leaf.pem", "-sha256", "-serial", "7", "-reqout", "theirs.der");
    const { certIds, extensions } = parseOcspRequest(Uint8Array.from(readFileSync(join(folder, "theirs.der"))));
    expect(certIds.map(({ serialNumber }) => [...serialNumber])).toEqual([[1], [7]]);
    expect(certIds[1]?.hashOid).toBe(OID.sha256);
    expect(extensions).toMatchObject([{ oid: OID.ocspNonce, critical: false }]);
  });
});
