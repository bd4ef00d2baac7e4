import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { encodeOcspRequest } from "../../../src/revocation/ocsp/ocsp-request.ts";
import { encodeSingleResponse } from "../../../src/revocation/respond/encode-single-response.ts";
import { extendedRevoke } from "../../../src/revocation/respond/extended-revoke.ts";
import { ResponseSigner } from "../../../src/revocation/respond/response-signer.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { days, now, TestIssuer } from "../../revocation/test-issuer.ts";
import { runCli } from "../run-cli.ts";
import { tempFolder } from "../temp-folder.ts";

const folder = tempFolder();
const ca = new TestIssuer("CN=CA");
const certId = (serial: number, hash: "sha1" | "sha256" = "sha1") => encodeCertId(hash, ca.root, Uint8Array.of(serial));

async function inspect(name: string, content: Uint8Array) {
  writeFileSync(join(folder, name), content);
  const { stdout, stderr } = await runCli(["inspect", name, "--json"], { cwd: folder });
  const [item] = JSON.parse(stdout || stderr).items;
  return item;
}

describe("inspect of an OCSP request", () => {
  it("tells which certificates it asks for, by which hash, and its nonce", async () => {
    const request = encodeOcspRequest([certId(5), certId(6, "sha256")], Uint8Array.of(1, 2, 3));
    const report = await inspect("request.der", request);
    expect(report.kind).toBe("ocsp-request");
    expect(report.fields.asks.value).toEqual([
      expect.stringMatching(/^05 of the issuer with name [0-9a-f]{40} and key [0-9a-f]{40}, by SHA-1$/),
      expect.stringMatching(/^06 of .*, by SHA-256$/),
    ]);
    expect(report.extensions).toEqual([
      { oid: OID.ocspNonce, name: "ocspNonce", critical: false, meaning: ["010203"] },
    ]);
    const text = execFileSync("sh", ["-c", report.openssl], { cwd: folder, encoding: "utf8" });
    expect(text).toContain("Serial Number: 05");
  });

  it("shows the first twenty of many", async () => {
    const { fields } = await inspect(
      "many.der",
      encodeOcspRequest(Array.from({ length: 30 }, (_, i) => certId(i + 1))),
    );
    expect(fields.asks.value).toHaveLength(20);
    expect(fields.asks.words).toBe("the first 20 of 30");
  });
});

it("inspect of an OCSP response puts extended revoke in words", async () => {
  const single = encodeSingleResponse({
    certIdDer: certId(5),
    status: { kind: "unknown" },
    thisUpdate: now,
    nextUpdate: days(1),
    extensions: [],
  });
  const extensions = [encodeExtension(extendedRevoke, null, false)];
  const der = await ResponseSigner.ofCa(ca.signer, ca.root).sign({ producedAt: now, responses: [single], extensions });
  const report = await inspect("response.der", der);
  expect(report.extensions[0].meaning).toEqual(["says revoked of certificates that were never issued"]);
});
