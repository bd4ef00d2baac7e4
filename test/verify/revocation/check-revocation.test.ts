import { describe, expect, it } from "vitest";
import { nul, sequence } from "../../../src/asn1/writer.ts";
import { ocspNonce } from "../../../src/revocation/ocsp/ocsp-nonce.ts";
import type { OcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import type { RevocationVerdict } from "../../../src/revocation/revocation-verdict.ts";
import { checkPathRevocation } from "../../../src/verify/revocation/check-path-revocation.ts";
import { checkRevocation } from "../../../src/verify/revocation/check-revocation.ts";
import { requiresStaple } from "../../../src/verify/revocation/must-staple.ts";
import { type RevocationSources, readRevocationSources } from "../../../src/verify/revocation/revocation-sources.ts";
import type { CertificateList } from "../../../src/x509/certificate-list.ts";
import { encodeExtension, encodeRawExtension } from "../../../src/x509/extension.ts";
import { crlDistributionPoints } from "../../../src/x509/extensions/crl-distribution-points.ts";
import { keyUsage } from "../../../src/x509/extensions/key-usage.ts";
import { tlsFeature } from "../../../src/x509/extensions/tls-feature.ts";
import { refusal, respond } from "../../revocation/ocsp/test-responder.ts";
import { caExtensions, days, now, TestIssuer } from "../../revocation/test-issuer.ts";

const root = new TestIssuer("CN=root");
const ca = new TestIssuer("CN=CA");
const caCertificate = root.certify(ca, { serial: 5, extensions: caExtensions });
const leaf = ca.certify(new TestIssuer("CN=leaf"));
const subject = { certificate: leaf, issuer: caCertificate };

function sources(facts: Partial<RevocationSources>): RevocationSources {
  return { crls: [], responses: [], unreadable: [], ...facts };
}

function judge(crls: readonly CertificateList[], responses: readonly OcspResponse[]) {
  return checkRevocation(subject, sources({ crls, responses }), { at: now });
}

function codes(verdict: RevocationVerdict): readonly string[] | string {
  return verdict.status === "undetermined" ? verdict.problems.map(({ code }) => code) : verdict.status;
}

const revokedList = ca.list({ revoked: [{ serial: 1 }] });
const staleList = ca.list({ thisUpdate: days(-3), nextUpdate: days(-1) });
const revokedAnswer = respond(ca, ca, { answers: [{ status: { reason: "superseded" } }] });
const staleAnswer = respond(ca, ca, { answers: [{ thisUpdate: days(-3), nextUpdate: days(-1) }] });
const otherAnswer = respond(ca, ca, { answers: [{ serial: 77 }] });

describe("several sources", () => {
  it("revoke when one of them does", () => {
    expect(judge([ca.list()], [revokedAnswer])).toMatchObject({ status: "revoked", source: "ocsp" });
    expect(judge([revokedList], [respond(ca, ca)])).toMatchObject({ status: "revoked", source: "crl" });
  });

  it("are good when one of them is and none revokes", () => {
    expect(codes(judge([ca.list()], [staleAnswer]))).toBe("good");
    expect(codes(judge([staleList], [respond(ca, ca)]))).toBe("good");
    expect(codes(judge([], [refusal(3), otherAnswer, respond(ca, ca)]))).toBe("good");
  });

  it("tell all that is wrong when none can be used", () => {
    expect(codes(judge([staleList], [staleAnswer, refusal(3)]))).toEqual([
      "ocsp-expired",
      "ocsp-try-later",
      "crl-expired",
    ]);
  });

  it("pass over answers about other certificates, unless there is nothing else", () => {
    expect(codes(judge([], [otherAnswer, staleAnswer]))).toEqual(["ocsp-expired"]);
    expect(codes(judge([], [otherAnswer]))).toEqual(["ocsp-unknown"]);
  });

  it("do not miss a CRL where only OCSP was given", () => {
    expect(codes(judge([], [staleAnswer]))).toEqual(["ocsp-expired"]);
    expect(codes(judge([], []))).toEqual(["crl-missing"]);
  });
});

describe("unreadable things", () => {
  it("are told when nothing else decides", () => {
    const broken = readRevocationSources([nul(), ca.list().der], [nul()]);
    expect(broken.crls.length).toBe(1);
    expect(broken.unreadable.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^CRL 1 of 2: not valid DER/),
      expect.stringMatching(/^OCSP response 1 of 1: not valid DER/),
    ]);
    expect(codes(checkRevocation(subject, broken, { at: now }))).toBe("good");
    const allBroken = readRevocationSources([nul()], []);
    expect(codes(checkRevocation(subject, allBroken, { at: now }))).toEqual(["malformed-der", "crl-missing"]);
  });

  it("spoil no other source", () => {
    const nonce = [encodeRawExtension(ocspNonce.oid, sequence(), false)];
    const broken = respond(ca, ca, { extensions: nonce });
    const options = { at: now, nonce: Uint8Array.of(1) };
    const verdict = checkRevocation(subject, sources({ crls: [revokedList], responses: [broken] }), options);
    expect(codes(verdict)).toBe("revoked");
    const usage = encodeRawExtension(keyUsage.oid, nul(), true);
    const delegate = ca.certify(new TestIssuer("CN=CA"), { extensions: [usage] });
    expect(codes(judge([], [respond(ca, ca, { certificates: [delegate] })]))).toBe("good");
  });

  it("may be the certificate itself", () => {
    const points = encodeRawExtension(crlDistributionPoints.oid, nul(), false);
    const certificate = ca.certify(new TestIssuer("CN=leaf"), { extensions: [points] });
    const verdict = checkRevocation({ certificate, issuer: caCertificate }, sources({ crls: [ca.list()] }), {
      at: now,
    });
    expect(codes(verdict)).toEqual(["malformed-der"]);
  });
});

describe("a path", () => {
  const path = [leaf, caCertificate, root.root];
  const check = (...crls: readonly CertificateList[]) =>
    checkPathRevocation(path, sources({ crls }), { at: now }).map(codes);

  it("gets a verdict for each certificate below the anchor", () => {
    expect(check(ca.list(), root.list())).toEqual(["good", "good"]);
    expect(check(revokedList, root.list())).toEqual(["revoked", "good"]);
    expect(check(ca.list(), root.list({ revoked: [{ serial: 5 }] }))).toEqual(["good", "revoked"]);
    expect(check(ca.list())).toEqual(["good", ["crl-missing"]]);
  });

  it("tells a list of somebody else from a list that is not there", () => {
    expect(check(new TestIssuer("CN=other").list(), root.list())).toEqual([["crl-wrong-issuer"], "good"]);
  });
});

describe("requiresStaple", () => {
  it("reads the TLS features of the certificate", () => {
    const withFeatures = (...features: readonly number[]) =>
      ca.certify(new TestIssuer("CN=leaf"), { extensions: [encodeExtension(tlsFeature, features, false)] });
    expect([withFeatures(5), withFeatures(17), withFeatures(10), leaf].map(requiresStaple)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
