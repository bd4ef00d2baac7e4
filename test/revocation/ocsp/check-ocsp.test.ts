import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { nul } from "../../../src/asn1/writer.ts";
import { checkOcsp, type OcspCheckOptions, speaksOf } from "../../../src/revocation/ocsp/check-ocsp.ts";
import { ocspNonce } from "../../../src/revocation/ocsp/ocsp-nonce.ts";
import type { OcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import { encodeExtension, encodeRawExtension } from "../../../src/x509/extension.ts";
import { extendedKeyUsage } from "../../../src/x509/extensions/extended-key-usage.ts";
import { keyUsage } from "../../../src/x509/extensions/key-usage.ts";
import { days, now, TestIssuer } from "../test-issuer.ts";
import { type AnswerFacts, refusal, respond } from "./test-responder.ts";

const ca = new TestIssuer("CN=CA");
const subject = { certificate: ca.certify(new TestIssuer("CN=leaf")), issuer: ca.root };

function check(response: OcspResponse, options: Partial<OcspCheckOptions> = {}) {
  return checkOcsp(response, subject, { at: now, ...options });
}

function codes(response: OcspResponse, options: Partial<OcspCheckOptions> = {}): readonly string[] | string {
  const verdict = check(response, options);
  return verdict.status === "undetermined" ? verdict.problems.map(({ code }) => code) : verdict.status;
}

const answering = (...answers: readonly AnswerFacts[]) => respond(ca, ca, { answers });

describe("an answer", () => {
  it("is good, revoked or unknown", () => {
    expect(codes(answering({}))).toBe("good");
    expect(codes(answering({ status: "unknown" }))).toEqual(["ocsp-unknown"]);
    expect(check(answering({ status: { reason: "keyCompromise" } }))).toEqual({
      status: "revoked",
      source: "ocsp",
      at: days(-2),
      reason: "keyCompromise",
    });
  });

  it("is about the certificate whose serial, issuer name and issuer key it hashes", () => {
    expect(codes(answering({ serial: 2 }))).toEqual(["ocsp-unknown"]);
    expect(codes(answering({ serial: 2, status: { reason: "superseded" } }, { hash: "sha256" }))).toBe("good");
    const namesake = new TestIssuer("CN=CA");
    expect(codes(respond(namesake, ca))).toEqual(["ocsp-unknown"]);
    expect(speaksOf(respond(namesake, ca), subject)).toBe(false);
    expect(speaksOf(answering({}), subject)).toBe(true);
  });

  it("is the worst one where there are several", () => {
    expect(codes(answering({}, { status: { reason: "superseded" } }))).toBe("revoked");
    expect(codes(answering({}, { status: "unknown" }))).toEqual(["ocsp-unknown"]);
  });

  it("counts from its first second to its last", () => {
    expect(codes(answering({ thisUpdate: now, nextUpdate: now }))).toBe("good");
    expect(codes(answering({ thisUpdate: days(0.1) }))).toEqual(["ocsp-expired"]);
    expect(codes(answering({ thisUpdate: days(-3), nextUpdate: days(-1) }))).toEqual(["ocsp-expired"]);
    expect(codes(respond(ca, ca, { producedAt: days(1) }))).toEqual(["ocsp-expired"]);
  });

  it("must be recent where it does not say when it ends", () => {
    expect(codes(answering({ thisUpdate: days(-7), nextUpdate: undefined }))).toBe("good");
    expect(codes(answering({ thisUpdate: days(-8), nextUpdate: undefined }))).toEqual(["ocsp-expired"]);
    const maxAgeMs = days(1).getTime() - now.getTime();
    expect(codes(answering({ thisUpdate: days(-2) }), { maxAgeMs })).toEqual(["ocsp-expired"]);
  });

  it.each([1, 2, 3, 5, 6])("is not a refusal with status %d", (status) =>
    expect(codes(refusal(status))).toEqual(["ocsp-try-later"]),
  );

  it("may have extensions, but no critical one that nobody knows", () => {
    const critical = [encodeRawExtension("1.2.3.4", nul(), true)];
    const notCritical = [encodeRawExtension("1.2.3.4", nul(), false)];
    expect(codes(respond(ca, ca, { extensions: notCritical, answers: [{ extensions: notCritical }] }))).toBe("good");
    expect(codes(respond(ca, ca, { extensions: critical }))).toEqual(["ocsp-unknown"]);
    expect(codes(answering({ extensions: critical }))).toEqual(["ocsp-unknown"]);
    expect(codes(answering({}, { serial: 2, extensions: critical }))).toBe("good");
  });
});

describe("a nonce", () => {
  const nonce = Uint8Array.from({ length: 32 }, (_, i) => i);
  const withNonce = (value: Uint8Array) => respond(ca, ca, { extensions: [encodeExtension(ocspNonce, value, false)] });

  it("must be that of the request where there is one", () => {
    expect(codes(withNonce(nonce), { nonce })).toBe("good");
    expect(codes(withNonce(nonce.subarray(1)), { nonce })).toEqual(["ocsp-nonce-mismatch"]);
    expect(codes(withNonce(nonce))).toBe("good");
    expect(codes(answering({}), { nonce })).toBe("good");
  });
});

describe("the responder", () => {
  const responder = new TestIssuer("CN=responder");
  const purpose = encodeExtension(extendedKeyUsage, [OID.ocspSigning], false);
  const delegate = ca.certify(responder, { extensions: [purpose] });

  it("is the issuer, named or by its key", () => {
    expect(codes(respond(ca, ca, { by: "key" }))).toBe("good");
    expect(codes(respond(ca, new TestIssuer("CN=CA")))).toEqual(["ocsp-bad-signature"]);
    expect(codes(respond(ca, responder))).toEqual(["ocsp-unauthorized-responder"]);
  });

  it("or someone to whom the issuer gave a certificate for it", () => {
    expect(codes(respond(ca, responder, { certificates: [delegate] }))).toBe("good");
    expect(codes(respond(ca, responder, { certificates: [ca.root, delegate], by: "key" }))).toBe("good");
    expect(codes(respond(ca, new TestIssuer("CN=responder"), { certificates: [delegate] }))).toEqual([
      "ocsp-bad-signature",
    ]);
  });

  const stranger = new TestIssuer("CN=other CA");
  const critical = encodeRawExtension("1.2.3.4", nul(), true);
  it.each([
    ["has no such purpose", ca.certify(responder)],
    [
      "has only any purpose",
      ca.certify(responder, { extensions: [encodeExtension(extendedKeyUsage, [OID.anyExtendedKeyUsage], false)] }),
    ],
    ["is another CA's", stranger.certify(responder, { extensions: [purpose] })],
    ["is forged", new TestIssuer("CN=CA").certify(responder, { extensions: [purpose] })],
    ["has expired", ca.certify(responder, { extensions: [purpose], notAfter: days(-1) })],
    [
      "cannot sign",
      ca.certify(responder, { extensions: [purpose, encodeExtension(keyUsage, ["keyAgreement"], true)] }),
    ],
    ["is malformed", ca.certify(responder, { extensions: [purpose, encodeRawExtension(keyUsage.oid, nul(), true)] })],
    ["has an unknown critical extension", ca.certify(responder, { extensions: [purpose, critical] })],
  ])("whose certificate %s may not", (_, certificate) =>
    expect(codes(respond(ca, responder, { certificates: [certificate] }))).toEqual(["ocsp-unauthorized-responder"]),
  );

  it("cannot buy work with many certificates", () => {
    const forged = new TestIssuer("CN=CA").certify(responder, { extensions: [purpose] });
    const certificates = [...Array.from({ length: 20 }, () => forged), delegate];
    expect(codes(respond(ca, responder, { certificates }))).toEqual(["ocsp-unauthorized-responder"]);
  });
});

describe("several faults", () => {
  it("are all told", () => {
    const response = respond(ca, new TestIssuer("CN=CA"), {
      answers: [{ thisUpdate: days(-3), nextUpdate: days(-1) }],
      extensions: [encodeExtension(ocspNonce, Uint8Array.of(1), false)],
    });
    expect(codes(response, { nonce: Uint8Array.of(2) })).toEqual([
      "ocsp-bad-signature",
      "ocsp-nonce-mismatch",
      "ocsp-expired",
    ]);
  });
});
