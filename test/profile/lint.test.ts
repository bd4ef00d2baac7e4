import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { type LintFinding, lintCertificate } from "../../src/profile/lint/lint-certificate.ts";
import { lintRules } from "../../src/profile/lint/rules.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { encodeExtension, encodeRawExtension } from "../../src/x509/extension.ts";
import { authorityInfoAccess } from "../../src/x509/extensions/authority-info-access.ts";
import { basicConstraints } from "../../src/x509/extensions/basic-constraints.ts";
import { crlDistributionPoints } from "../../src/x509/extensions/crl-distribution-points.ts";
import { extendedKeyUsage } from "../../src/x509/extensions/extended-key-usage.ts";
import { keyUsage } from "../../src/x509/extensions/key-usage.ts";
import { nameConstraints } from "../../src/x509/extensions/name-constraints.ts";
import { ocspNoCheck } from "../../src/x509/extensions/ocsp-no-check.ts";
import { subjectAltName } from "../../src/x509/extensions/subject-alt-name.ts";
import type { GeneralName } from "../../src/x509/general-name.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeTbsCertificate } from "../../src/x509/tbs-certificate.ts";
import { makeRoot, now, serial } from "./hierarchy.ts";

const { issuer } = makeRoot();
const { spkiDer } = PrivateKey.generate("ecdsa-p256").publicKey;

interface Wish {
  readonly subject?: string;
  readonly dns?: readonly string[];
  readonly names?: readonly GeneralName[];
  readonly purposes?: readonly string[];
  readonly days?: number;
  readonly more?: readonly Uint8Array[];
}

/** A certificate as no profile would make it. */
function certificate({
  subject = "",
  dns = [],
  names = dns.map((value) => ({ kind: "dns", value })),
  purposes = [OID.serverAuth],
  days = 90,
  more = [],
}: Wish): Certificate {
  return Certificate.fromTbs(
    encodeTbsCertificate({
      serial,
      signatureAlgorithm: issuer.signatureAlgorithm.identifierDer,
      issuer: issuer.subject,
      notBefore: now,
      notAfter: new Date(now.getTime() + days * 86_400_000 - 1000),
      subject: Name.fromString(subject),
      spkiDer,
      extensions: [
        ...(purposes.length > 0 ? [encodeExtension(extendedKeyUsage, purposes, false)] : []),
        ...(names.length > 0 ? [encodeExtension(subjectAltName, names, subject === "")] : []),
        ...more,
      ],
    }),
  );
}

const crl = (url: string) =>
  encodeExtension(crlDistributionPoints, [{ fullName: [{ kind: "uri", value: url }] }], false);
const ocsp = (url: string) =>
  encodeExtension(authorityInfoAccess, [{ method: OID.ocsp, location: { kind: "uri", value: url } }], false);
const subtrees = { permitted: [{ base: { kind: "dns", value: "a" }, minimum: 0 }], excluded: [] } as const;
const ca = encodeExtension(basicConstraints, { ca: true }, true);
const spiffe = (value: string): Wish => ({ names: [{ kind: "uri", value }] });
const long = "a".repeat(64);

const clean: Wish[] = [
  { dns: ["localhost", "a.example.com", "*.example.com", "xn--bcher-kva.example"] },
  { subject: "CN=A.example.com", dns: ["a.example.com"] },
  { subject: "CN=::1", names: [{ kind: "ip", bytes: new Uint8Array(16).with(15, 1) }] },
  { subject: "CN=Alice", purposes: [OID.clientAuth] },
  { subject: "CN=OCSP", purposes: [OID.ocspSigning], more: [encodeExtension(ocspNoCheck, null, false)] },
  { dns: ["a.test"], days: 398, more: [crl("http://a/crl"), ocsp("http://a/ocsp")] },
  {
    subject: "CN=CA",
    purposes: [],
    more: [
      ca,
      encodeExtension(keyUsage, ["keyCertSign", "cRLSign"], true),
      encodeExtension(nameConstraints, subtrees, true),
    ],
  },
  spiffe("spiffe://example.org/ns/prod/sa/web"),
  spiffe("https://example.org:8443/?x"),
];

const faulty: [code: string, at: string, wish: Wish][] = [
  ["no-san-cn-only", "extensions.subjectAltName", { subject: "CN=a.test" }],
  ["ip-in-dns-san", "extensions.subjectAltName[1]", { dns: ["a.test", "192.0.2.1"] }],
  ["ip-in-dns-san", "extensions.subjectAltName[0]", { dns: ["::1"] }],
  ["san-dns-syntax", "extensions.subjectAltName[0]", { dns: ["a..test"] }],
  ["san-dns-syntax", "extensions.subjectAltName[0]", { dns: ["a.test."] }],
  ["san-dns-syntax", "extensions.subjectAltName[0]", { dns: ["-a.test"] }],
  ["san-dns-syntax", "extensions.subjectAltName[0]", { dns: [`${long}.test`] }],
  ["san-dns-syntax", "extensions.subjectAltName[0]", { dns: ["a b"] }],
  ["san-dns-underscore", "extensions.subjectAltName[0]", { dns: ["my_service.test"] }],
  ["bare-wildcard", "extensions.subjectAltName[0]", { dns: ["*"] }],
  ["partial-wildcard", "extensions.subjectAltName[0]", { dns: ["loc*.example.com"] }],
  ["partial-wildcard", "extensions.subjectAltName[0]", { dns: ["a.*.example.com"] }],
  ["partial-wildcard", "extensions.subjectAltName[0]", { dns: ["*.*.example.com"] }],
  ["shallow-wildcard", "extensions.subjectAltName[0]", { dns: ["*.test"] }],
  ["common-name-not-in-san", "subject.commonName", { subject: "CN=other.test", dns: ["a.test"] }],
  ["spiffe-id-syntax", "extensions.subjectAltName[0]", spiffe("spiffe://Example.org/web")],
  ["spiffe-id-syntax", "extensions.subjectAltName[0]", spiffe("spiffe://example.org")],
  ["spiffe-id-syntax", "extensions.subjectAltName[0]", spiffe("spiffe://example.org/a/")],
  ["spiffe-id-syntax", "extensions.subjectAltName[0]", spiffe("spiffe://example.org/a/../b")],
  ["spiffe-id-syntax", "extensions.subjectAltName[0]", spiffe("spiffe://example.org:80/a")],
  ["spiffe-id-syntax", "extensions.subjectAltName[0]", spiffe("spiffe://example.org/a?b")],
  ["spiffe-id-syntax", "extensions.subjectAltName[0]", spiffe(`spiffe://example.org/${"a".repeat(2048)}`)],
  ["spiffe-id-syntax", "extensions.subjectAltName[0]", spiffe("SPIFFE://example.org/a")],
  ["validity-too-long", "validity", { dns: ["a.test"], days: 399 }],
  ["validity-too-long", "validity", { dns: ["a.test"], days: 826 }],
  ["crl-signed-by-self", "extensions.crlDistributionPoints[0]", { purposes: [], more: [crl("http://own/crl")] }],
  ["https-pointer", "extensions.crlDistributionPoints[0]", { dns: ["a.test"], more: [crl("https://a/crl")] }],
  ["https-pointer", "extensions.authorityInfoAccess[0]", { dns: ["a.test"], more: [ocsp("https://a/ocsp")] }],
  [
    "nc-not-critical",
    "extensions.nameConstraints.critical",
    { purposes: [], more: [encodeExtension(nameConstraints, subtrees, false)] },
  ],
  [
    "ca-without-crl-sign",
    "extensions.keyUsage",
    { purposes: [], more: [ca, encodeExtension(keyUsage, ["keyCertSign"], true)] },
  ],
  ["ocsp-signer-without-no-check", "extensions.ocspNoCheck", { purposes: [OID.ocspSigning] }],
];

describe("lint", () => {
  it.each(clean)("has nothing to say about %j", (wish) => {
    expect(run(wish)).toEqual([]);
  });

  it.each(faulty)("finds %s at %s", (code, at, wish) => {
    expect(run(wish).map((finding) => ({ code: finding.code, at: finding.at }))).toEqual([{ code, at }]);
  });

  it("has a case for every rule, and every rule an id, a citation and a summary", () => {
    expect([...new Set(faulty.map(([code]) => code))].sort()).toEqual(lintRules.map(({ id }) => id).sort());
    for (const { id, citation, summary } of lintRules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(citation).not.toBe("");
      expect(summary).toMatch(/^\S.*\.$/);
    }
  });

  it("says the limit that was passed", () => {
    const message = (days: number) => run({ dns: ["a.test"], days })[0]?.message;
    expect(message(399)).toBe("399 days are more than 398, the public limit");
    expect(message(900)).toBe("900 days are more than 825, from which on Apple refuses it");
  });

  it("goes on after an extension that cannot be read", () => {
    const found = run({
      purposes: [OID.ocspSigning],
      more: [encodeRawExtension(OID.subjectAltName, Uint8Array.of(5, 0), false)],
    });
    expect(found.map(({ code }) => code)).toContain("ocsp-signer-without-no-check");
    expect(found.find(({ code }) => code === "bare-wildcard")?.message).toMatch(/^cannot be read: not valid DER/);
  });
});

function run(wish: Wish): readonly LintFinding[] {
  return lintCertificate(certificate(wish), { ownCrlUrls: ["http://own/crl"] });
}
