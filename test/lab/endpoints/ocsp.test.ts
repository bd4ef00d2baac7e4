import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revocationFaults } from "../../../src/faults/revocation/index.ts";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { encodeOcspRequest } from "../../../src/revocation/ocsp/ocsp-request.ts";
import { parseOcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import { Certificate } from "../../../src/x509/certificate.ts";
import { encodePem } from "../../../src/x509/pem.ts";
import { type LiveEndpoints, liveEndpoints } from "./live-endpoints.ts";

const folder = mkdtempSync(join(tmpdir(), "rootcause-ocsp-"));
let broken: LiveEndpoints;
let mended: LiveEndpoints;

beforeAll(async () => {
  const faults = revocationFaults.filter(({ revocation }) => revocation === "ocsp");
  broken = await liveEndpoints(faults, (laboratory, fault) => laboratory.build(fault));
  mended = await liveEndpoints(faults, (laboratory, fault) => laboratory.mend(fault));
});

afterAll(async () => {
  await Promise.all([broken.close(), mended.close()]);
  rmSync(folder, { recursive: true });
});

/** What OpenSSL says that asks the responder, by POST, with a nonce. */
function opensslAsks(live: LiveEndpoints, id: string): Promise<string> {
  const { server, trust } = live.scene(id);
  const file = (name: string, ders: readonly { readonly der: Uint8Array }[]) => {
    const path = join(folder, `${id}-${name}.pem`);
    writeFileSync(path, ders.map(({ der }) => encodePem("CERTIFICATE", der)).join(""));
    return path;
  };
  const [leaf, issuing] = [server.chain.slice(0, 1), server.chain.slice(1)];
  const asked = ["-issuer", file("issuing", issuing), "-cert", file("leaf", leaf), "-CAfile", file("trust", trust)];
  const url = `${live.origin}/${id}/issuing.ocsp`;
  return new Promise((resolve) => {
    execFile("openssl", ["ocsp", ...asked, "-url", url, "-nonce"], (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

describe("a live responder, asked by OpenSSL", () => {
  it.each([
    ["revoked-ocsp", ": revoked"],
    ["ocsp-unknown", ": unknown"],
    ["ocsp-expired", "status expired"],
    ["ocsp-bad-signature", "signature failure"],
    ["ocsp-unauthorized-responder", "missing ocspsigning usage"],
    ["ocsp-try-later", "Responder Error: trylater (3)"],
    ["ocsp-nonce-mismatch", "Nonce Verify error"],
  ])("shows %s", async (id, text) => {
    expect(await opensslAsks(broken, id)).toContain(text);
  });

  it.each(revocationFaults.filter(({ revocation }) => revocation === "ocsp"))(
    "is sound once $id is mended",
    async ({ id }) => {
      const text = await opensslAsks(mended, id);
      expect(text).toContain("Response verify OK");
      expect(text).toContain(": good");
    },
  );
});

it.each(["malformedRequest", "internalError", "tryLater", "sigRequired", "unauthorized"])(
  "a responder that refuses answers HTTP 200: %s",
  async (status) => {
    const response = await fetch(`${broken.origin}/ocsp-try-later/${status}.ocsp`, { method: "POST", body: "x" });
    expect(response.status).toBe(200);
    expect(parseOcspResponse(new Uint8Array(await response.arrayBuffer()))).toEqual({ status });
  },
);

describe("a live responder, asked by GET", () => {
  it("finds the request behind its path, with a + or a / in it, escaped or not", async () => {
    const { server } = mended.scene("ocsp-unknown");
    const [leaf, issuing] = server.chain.map(({ der }) => Certificate.parse(der)) as [Certificate, Certificate];
    const certId = encodeCertId("sha256", issuing, leaf.serialNumber);
    for (const nonce of [Buffer.alloc(30, 0xff), Buffer.alloc(31, 0xfb)]) {
      const base64 = Buffer.from(encodeOcspRequest([certId], nonce)).toString("base64");
      expect(base64).toMatch(/[/+]/);
      for (const path of [base64, encodeURIComponent(base64)]) {
        const response = await fetch(`${mended.origin}/ocsp-unknown/issuing.ocsp/${path}`);
        expect(response.headers.get("content-type")).toBe("application/ocsp-response");
        const answer = parseOcspResponse(new Uint8Array(await response.arrayBuffer()));
        expect(answer).toMatchObject({ status: "successful", basic: { responses: [{ status: { kind: "good" } }] } });
      }
    }
  });

  it.each(["", "/%", "/AAAA"])("calls malformed what is no request: %j", async (path) => {
    const response = await fetch(`${mended.origin}/ocsp-unknown/issuing.ocsp${path}`);
    expect(parseOcspResponse(new Uint8Array(await response.arrayBuffer())).status).toBe("malformedRequest");
  });

  it("reads no more of a POST than a request may have", async () => {
    const body = new Uint8Array(1 << 20);
    const response = await fetch(`${mended.origin}/ocsp-unknown/issuing.ocsp`, { method: "POST", body });
    expect(parseOcspResponse(new Uint8Array(await response.arrayBuffer())).status).toBe("malformedRequest");
  });
});
