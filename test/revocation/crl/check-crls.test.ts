import { describe, expect, it } from "vitest";
import { nul } from "../../../src/asn1/writer.ts";
import { checkCrls } from "../../../src/revocation/crl/check-crls.ts";
import { encodeExtension, encodeRawExtension } from "../../../src/x509/extension.ts";
import { authorityKeyIdentifier } from "../../../src/x509/extensions/authority-key-identifier.ts";
import { crlNumber } from "../../../src/x509/extensions/crl-number.ts";
import { keyUsage } from "../../../src/x509/extensions/key-usage.ts";
import { reasonCode } from "../../../src/x509/extensions/reason-code.ts";
import { subjectKeyIdentifier } from "../../../src/x509/extensions/subject-key-identifier.ts";
import { caExtensions, days, now, TestIssuer } from "../test-issuer.ts";
import { ca, check, codes, leaf, number, reason, scope, unknownCritical } from "./crl-samples.ts";

describe("a full CRL", () => {
  it("says good, or revoked with date and reason", () => {
    expect(check(leaf, [ca.list()])).toEqual({ status: "good" });
    expect(check(leaf, [ca.list({ revoked: [{ serial: 2 }] })])).toEqual({ status: "good" });
    const list = ca.list({ revoked: [{ serial: 2 }, { serial: 1, extensions: [reason("keyCompromise")] }] });
    expect(check(leaf, [list])).toEqual({ status: "revoked", source: "crl", at: days(-2), reason: "keyCompromise" });
  });

  it("counts on hold as revoked, and an unreadable reason too", () => {
    const onHold = ca.list({ revoked: [{ serial: 1, extensions: [reason("certificateHold")] }] });
    expect(check(leaf, [onHold])).toMatchObject({ status: "revoked", reason: "certificateHold" });
    const odd = ca.list({ revoked: [{ serial: 1, extensions: [encodeRawExtension(reasonCode.oid, nul(), false)] }] });
    expect(check(leaf, [odd])).toMatchObject({ status: "revoked", reason: undefined });
  });

  it("is fresh from its first second to its last", () => {
    expect(codes(check(leaf, [ca.list({ thisUpdate: now, nextUpdate: now })]))).toBe("good");
    expect(codes(check(leaf, [ca.list({ thisUpdate: days(1), nextUpdate: days(2) })]))).toEqual(["crl-not-yet-valid"]);
    expect(codes(check(leaf, [ca.list({ thisUpdate: days(-3), nextUpdate: days(-1) })]))).toEqual(["crl-expired"]);
  });

  it("is missing when it is another's", () => {
    expect(codes(check(leaf, []))).toEqual(["crl-missing"]);
    expect(codes(check(leaf, [new TestIssuer("CN=other").list()]))).toEqual(["crl-missing"]);
  });

  it("counts the newer of two, and any list by another key of the same name", () => {
    const older = ca.list({ thisUpdate: days(-3), revoked: [{ serial: 1 }] });
    expect(codes(check(leaf, [older, ca.list()]))).toBe("good");
    const otherKey = new TestIssuer("CN=CA");
    const otherList = otherKey.list({ revoked: [{ serial: 1 }] });
    expect(codes(check(leaf, [ca.list(), otherList], [otherKey.root]))).toBe("revoked");
    expect(codes(check(leaf, [ca.list(), otherList]))).toBe("good");
  });
});

describe("the signer of a CRL", () => {
  const impostor = new TestIssuer("CN=CA");

  it("must be the issuer", () => {
    expect(codes(check(leaf, [impostor.list()]))).toEqual(["crl-bad-signature"]);
    expect(codes(check(leaf, [impostor.list({ nextUpdate: days(-0.5) })]))).toEqual([
      "crl-bad-signature",
      "crl-expired",
    ]);
  });

  it("is another key when the key identifiers differ", () => {
    const identified = ca.certify(ca, {
      extensions: [...caExtensions, encodeExtension(subjectKeyIdentifier, ca.key.publicKey.keyIdentifier, false)],
    });
    const { keyIdentifier } = impostor.key.publicKey;
    const list = impostor.list({
      extensions: [encodeExtension(authorityKeyIdentifier, { keyId: keyIdentifier }, false)],
    });
    const verdict = checkCrls({ certificate: leaf, issuer: identified }, { crls: [list], at: now });
    expect(codes(verdict)).toEqual(["crl-wrong-issuer"]);
  });

  it("needs cRLSign where it has a key usage", () => {
    const issuer = (...usage: readonly Uint8Array[]) => ca.certify(ca, { extensions: usage });
    const usage = encodeExtension(keyUsage, ["keyCertSign"], true);
    const crls = [ca.list()];
    expect(codes(checkCrls({ certificate: leaf, issuer: issuer(usage) }, { crls, at: now }))).toEqual([
      "crl-signer-no-crlsign",
    ]);
    expect(codes(checkCrls({ certificate: leaf, issuer: issuer() }, { crls, at: now }))).toBe("good");
  });

  it("may be another key of the issuer that the caller vouches for", () => {
    expect(codes(check(leaf, [impostor.list()], [impostor.root]))).toBe("good");
    expect(codes(check(leaf, [impostor.list({ revoked: [{ serial: 1 }] })], [impostor.root]))).toBe("revoked");
    const noUsage = ca.certify(impostor, { extensions: [encodeExtension(keyUsage, ["keyCertSign"], true)] });
    expect(codes(check(leaf, [impostor.list()], [noUsage]))).toEqual(["crl-signer-no-crlsign"]);
  });
});

describe("a list that cannot be used", () => {
  it.each([
    ["crl-unknown-critical", ca.list({ extensions: [unknownCritical] })],
    ["crl-unknown-critical", ca.list({ revoked: [{ serial: 9, extensions: [unknownCritical] }] })],
    ["malformed-der", ca.list({ extensions: [number(1n), number(2n)] })],
    ["malformed-der", ca.list({ extensions: [scope({})] })],
    ["malformed-der", ca.list({ extensions: [scope({ onlyContainsUserCerts: true, onlyContainsCaCerts: true })] })],
    ["malformed-der", ca.list({ extensions: [encodeRawExtension(crlNumber.oid, nul(), false)] })],
    ["malformed-der", ca.list({ thisUpdate: days(1), nextUpdate: days(-1) })],
  ])("is %s", (code, list) => expect(codes(check(leaf, [list]))).toEqual([code]));

  it("does not stand in the way of one that can", () => {
    expect(codes(check(leaf, [ca.list({ extensions: [unknownCritical] }), ca.list()]))).toBe("good");
  });
});
