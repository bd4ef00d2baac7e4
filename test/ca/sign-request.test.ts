import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { signRequest } from "../../src/ca/sign-request.ts";
import { builtinProfile } from "../../src/profile/builtin-profiles.ts";
import { CertificationRequest } from "../../src/x509/certification-request.ts";
import { generalNameText } from "../../src/x509/general-name-text.ts";
import { newCa, refusal, scratchFolder, tlsServer, written } from "./fixtures.ts";
import { openssl } from "./openssl.ts";

/** A request as openssl writes it. */
function opensslRequest(...options: readonly string[]): Uint8Array {
  const key = join(scratchFolder(), "key.pem");
  const newKey = options.includes("-newkey") ? [] : ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
  const args = ["req", "-new", "-nodes", "-keyout", key, "-outform", "DER", ...newKey, ...options];
  return new Uint8Array(execFileSync("openssl", args, { stdio: ["pipe", "pipe", "pipe"] }));
}

const withSan = ["-subj", "/O=Acme/CN=web", "-addext", "subjectAltName=DNS:web.example.test,IP:10.0.0.1"];

describe("signRequest", () => {
  it.each([
    ["P-256", []],
    ["P-384 with SHA-384", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-sha384"]],
    ["Ed25519", ["-newkey", "ed25519"]],
    ["RSA-PSS", ["-newkey", "rsa:2048", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"]],
  ])("certifies key and names of a request: %s", async (_, options) => {
    const { context, issuing } = await newCa();
    const request = CertificationRequest.parse(opensslRequest(...withSan, ...options));
    const { certificate, key } = await signRequest(context, issuing, request, { profile: tlsServer });
    expect(certificate.spkiDer).toEqual(request.spkiDer);
    expect(certificate.subjectAltName?.value.map(generalNameText)).toEqual(["DNS:web.example.test", "IP:10.0.0.1"]);
    expect(key).toBeUndefined();
  });

  it("says what of a request it leaves out, and lets the operator name others", async () => {
    const { context, issuing } = await newCa();
    const asksToBeCa = ["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=keyCertSign"];
    const request = CertificationRequest.parse(opensslRequest(...withSan, ...asksToBeCa));
    const { certificate, leftOut } = await signRequest(context, issuing, request, {
      profile: tlsServer,
      names: ["other.example.test"],
    });
    expect(certificate.basicConstraints?.value.ca).toBe(false);
    expect(certificate.subjectAltName?.value.map(generalNameText)).toEqual(["DNS:other.example.test"]);
    expect(leftOut).toEqual(expect.arrayContaining(["basicConstraints", "keyUsage"]));
  });

  it("takes the common name for a name where the profile says so", async () => {
    const { context, issuing } = await newCa();
    const request = CertificationRequest.parse(opensslRequest("-subj", "/CN=node.example.test"));
    const { certificate } = await signRequest(context, issuing, request, { profile: builtinProfile("peer") });
    expect(certificate.subjectAltName?.value.map(generalNameText)).toEqual(["DNS:node.example.test"]);
  });
});

describe("signRequest refuses, before anything is written,", () => {
  it("a bad signature", async () => {
    const der = opensslRequest(...withSan);
    const last = der.length - 1;
    der[last] = (der[last] as number) ^ 1;
    await expectRefused(der, "ERR_CSR_SIGNATURE_BAD");
  });

  it("a key put in place of the signer's", async () => {
    const [one, other] = [opensslRequest(...withSan), opensslRequest(...withSan)].map(CertificationRequest.parse);
    const der = Buffer.from(one?.der ?? []);
    der.set(other?.spkiDer ?? [], der.indexOf(Buffer.from(one?.spkiDer ?? [])));
    await expectRefused(new Uint8Array(der), "ERR_CSR_SIGNATURE_BAD");
  });

  it("a signature with SHA-1", async () => {
    await expectRefused(opensslRequest(...withSan, "-sha1"), "ERR_CSR_SIGNATURE_WEAK");
  });

  it("an algorithm that it cannot check", async () => {
    await expectRefused(opensslRequest(...withSan, "-sha3-256"), "ERR_CSR_SIGNATURE_UNSUPPORTED");
  });

  it("a key that the profile does not allow", async () => {
    await expectRefused(opensslRequest(...withSan, "-newkey", "rsa:1024"), "ERR_PROFILE_REFUSED");
  });

  async function expectRefused(der: Uint8Array, code: Parameters<typeof refusal>[1]): Promise<void> {
    const { context, issuing } = await newCa();
    const before = await written(context);
    const request = CertificationRequest.parse(der);
    await refusal(signRequest(context, issuing, request, { profile: tlsServer }), code);
    expect(await written(context)).toBe(before);
  }
});

it("openssl agrees that the requests are what they claim", () => {
  expect(openssl(["req", "-inform", "DER", "-verify", "-noout"], opensslRequest(...withSan))).toBe("");
});
