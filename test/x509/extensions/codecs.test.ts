import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../src/asn1/bytes.ts";
import { checkDer } from "../../../src/asn1/check.ts";
import { OID } from "../../../src/asn1/oids.ts";
import { nul } from "../../../src/asn1/writer.ts";
import { Certificate } from "../../../src/x509/certificate.ts";
import { type ExtensionCodec, encodeExtension } from "../../../src/x509/extension.ts";
import { authorityInfoAccess } from "../../../src/x509/extensions/authority-info-access.ts";
import { authorityKeyIdentifier } from "../../../src/x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../../src/x509/extensions/basic-constraints.ts";
import { certificateIssuer } from "../../../src/x509/extensions/certificate-issuer.ts";
import { certificatePolicies } from "../../../src/x509/extensions/certificate-policies.ts";
import { crlDistributionPoints } from "../../../src/x509/extensions/crl-distribution-points.ts";
import { crlNumber } from "../../../src/x509/extensions/crl-number.ts";
import { deltaCrlIndicator } from "../../../src/x509/extensions/delta-crl-indicator.ts";
import { extendedKeyUsage } from "../../../src/x509/extensions/extended-key-usage.ts";
import { freshestCrl } from "../../../src/x509/extensions/freshest-crl.ts";
import { holdInstruction } from "../../../src/x509/extensions/hold-instruction.ts";
import { extensionCodecs, knownExtension } from "../../../src/x509/extensions/index.ts";
import { inhibitAnyPolicy } from "../../../src/x509/extensions/inhibit-any-policy.ts";
import { invalidityDate } from "../../../src/x509/extensions/invalidity-date.ts";
import { issuerAltName } from "../../../src/x509/extensions/issuer-alt-name.ts";
import { issuingDistributionPoint } from "../../../src/x509/extensions/issuing-distribution-point.ts";
import { keyUsage, keyUsageBits } from "../../../src/x509/extensions/key-usage.ts";
import { microsoftSid } from "../../../src/x509/extensions/microsoft-sid.ts";
import { microsoftTemplate } from "../../../src/x509/extensions/microsoft-template.ts";
import { microsoftTemplateName } from "../../../src/x509/extensions/microsoft-template-name.ts";
import { nameConstraints } from "../../../src/x509/extensions/name-constraints.ts";
import { netscapeCertType } from "../../../src/x509/extensions/netscape-cert-type.ts";
import { netscapeComment } from "../../../src/x509/extensions/netscape-comment.ts";
import { ocspNoCheck } from "../../../src/x509/extensions/ocsp-no-check.ts";
import { policyConstraints } from "../../../src/x509/extensions/policy-constraints.ts";
import { policyMappings } from "../../../src/x509/extensions/policy-mappings.ts";
import { precertPoison } from "../../../src/x509/extensions/precert-poison.ts";
import { privateKeyUsagePeriod } from "../../../src/x509/extensions/private-key-usage-period.ts";
import { reasonCode } from "../../../src/x509/extensions/reason-code.ts";
import { sctList } from "../../../src/x509/extensions/sct-list.ts";
import { subjectAltName } from "../../../src/x509/extensions/subject-alt-name.ts";
import { subjectDirectoryAttributes } from "../../../src/x509/extensions/subject-directory-attributes.ts";
import { subjectInfoAccess } from "../../../src/x509/extensions/subject-info-access.ts";
import { subjectKeyIdentifier } from "../../../src/x509/extensions/subject-key-identifier.ts";
import { tlsFeature } from "../../../src/x509/extensions/tls-feature.ts";
import type { GeneralName } from "../../../src/x509/general-name.ts";
import { cpsQualifier, userNoticeQualifier } from "../../../src/x509/policy-qualifier.ts";
import { sampleCertificate } from "../sample-certificate.ts";

/** A value, what it is in hexadecimal where the encoding is worth seeing, and what OpenSSL prints of it. */
interface Sample<T> {
  readonly codec: ExtensionCodec<T>;
  readonly value: T;
  readonly hex?: string;
  readonly openssl?: readonly string[];
}

function sample<T>(codec: ExtensionCodec<T>, value: T, openssl: readonly string[] = [], hex?: string): Sample<unknown> {
  return { codec, value, openssl, ...(hex !== undefined && { hex }) } as Sample<unknown>;
}

const dns: GeneralName = { kind: "dns", value: "a.test" };
const uri: GeneralName = { kind: "uri", value: "http://a.test/x" };
const bytes = Uint8Array.of(0xde, 0xad);
const at = new Date("2026-05-06T07:08:09Z");

const samples: readonly Sample<unknown>[] = [
  sample(basicConstraints, { ca: false }, ["CA:FALSE"], "3000"),
  sample(basicConstraints, { ca: true }, ["CA:TRUE"], "30030101ff"),
  sample(basicConstraints, { ca: true, pathLength: 0 }, ["CA:TRUE, pathlen:0"], "30060101ff020100"),
  sample(basicConstraints, { ca: false, pathLength: 300 }, [], "30040202012c"),
  sample(keyUsage, [], [], "030100"),
  sample(keyUsage, ["digitalSignature"], ["Digital Signature"], "03020780"),
  sample(keyUsage, ["keyCertSign", "cRLSign"], ["Certificate Sign, CRL Sign"], "03020106"),
  sample(keyUsage, keyUsageBits, ["Non Repudiation", "Decipher Only"], "030307ff80"),
  sample(
    extendedKeyUsage,
    [OID.serverAuth, OID.anyExtendedKeyUsage],
    ["TLS Web Server Authentication, Any Extended Key Usage"],
  ),
  sample(subjectAltName, [dns, uri], ["DNS:a.test, URI:http://a.test/x"]),
  sample(issuerAltName, [{ kind: "email", value: "ca@a.test" }], ["email:ca@a.test"]),
  sample(
    nameConstraints,
    { permitted: [{ base: dns, minimum: 0 }], excluded: [{ base: { kind: "dns", value: "b.test" }, minimum: 0 }] },
    ["Permitted:", "Excluded:"],
  ),
  sample(nameConstraints, { permitted: [], excluded: [{ base: dns, minimum: 1, maximum: 2 }] }),
  sample(authorityKeyIdentifier, {}, [], "3000"),
  sample(authorityKeyIdentifier, { keyId: bytes }, ["DE:AD"], "30048002dead"),
  sample(authorityKeyIdentifier, { issuer: [dns], serial: Uint8Array.of(5) }, ["DNS:a.test", "serial:05"]),
  sample(subjectKeyIdentifier, bytes, ["DE:AD"], "0402dead"),
  sample(
    certificatePolicies,
    [
      { oid: OID.anyPolicy, qualifiers: [] },
      { oid: "1.2.3", qualifiers: [cpsQualifier("http://a.test/cps"), userNoticeQualifier("be kind")] },
    ],
    ["X509v3 Any Policy", "Policy: 1.2.3", "CPS: http://a.test/cps", "Explicit Text: be kind"],
  ),
  sample(policyMappings, [{ issuerDomain: "1.2.3", subjectDomain: "1.2.4" }], ["1.2.3:1.2.4"]),
  sample(policyConstraints, { requireExplicitPolicy: 3 }, ["Require Explicit Policy:3"], "3003800103"),
  sample(policyConstraints, { inhibitPolicyMapping: 0 }, ["Inhibit Policy Mapping:0"], "3003810100"),
  sample(inhibitAnyPolicy, 2, ["2"], "020102"),
  sample(crlDistributionPoints, [{ fullName: [uri] }], ["URI:http://a.test/x"]),
  sample(
    crlDistributionPoints,
    [{ fullName: [uri], reasons: ["keyCompromise", "aACompromise"], crlIssuer: [dns] }, {}],
    ["Key Compromise, AA Compromise", "CRL Issuer"],
  ),
  sample(freshestCrl, [{ fullName: [uri] }], ["X509v3 Freshest CRL"]),
  sample(authorityInfoAccess, [{ method: OID.ocsp, location: uri }], ["OCSP - URI:http://a.test/x"]),
  sample(subjectInfoAccess, [{ method: OID.caRepository, location: uri }], ["CA Repository - URI:http://a.test/x"]),
  sample(subjectDirectoryAttributes, [{ oid: OID.countryOfResidence, values: [Uint8Array.of(0x13, 2, 0x44, 0x45)] }]),
  sample(privateKeyUsagePeriod, { notBefore: at, notAfter: new Date("2027-01-01Z") }, [
    "Not Before: May  6 07:08:09 2026 GMT, Not After: Jan  1 00:00:00 2027 GMT",
  ]),
  sample(privateKeyUsagePeriod, { notAfter: at }, [], "3011810f32303236303530363037303830395a"),
  sample(tlsFeature, [5, 17], ["status_request, status_request_v2"], "3006020105020111"),
  sample(ocspNoCheck, null, ["OCSP No Check"], "0500"),
  sample(precertPoison, null, ["CT Precertificate Poison"], "0500"),
  sample(netscapeComment, "made by hand", ["made by hand"], "160c6d6164652062792068616e64"),
  sample(netscapeCertType, ["sslClient", "sslCa"], ["SSL Client, SSL CA"], "03020284"),
  sample(microsoftTemplateName, "Web", [], "1e06005700650062"),
  sample(microsoftTemplate, { oid: "1.3.6.1.4.1.311.21.8.1", majorVersion: 100, minorVersion: 3 }),
  sample(microsoftTemplate, { oid: "1.2.3" }),
  sample(microsoftSid, "S-1-5-21-1-2-3-500"),
  sample(crlNumber, 2n ** 150n),
  sample(crlNumber, 128n, [], "02020080"),
  sample(deltaCrlIndicator, 7n, [], "020107"),
  sample(issuingDistributionPoint, {
    onlyContainsUserCerts: false,
    onlyContainsCaCerts: false,
    indirectCrl: false,
    onlyContainsAttributeCerts: false,
  }),
  sample(
    issuingDistributionPoint,
    {
      fullName: [uri],
      onlyContainsUserCerts: true,
      onlyContainsCaCerts: false,
      indirectCrl: true,
      onlyContainsAttributeCerts: false,
      onlySomeReasons: ["superseded"],
    },
    ["Only User Certificates", "Indirect CRL", "Superseded"],
  ),
  sample(reasonCode, "keyCompromise", [], "0a0101"),
  sample(reasonCode, "aACompromise", [], "0a010a"),
  sample(invalidityDate, at, [], "180f32303236303530363037303830395a"),
  sample(certificateIssuer, [dns], ["DNS:a.test"]),
  sample(holdInstruction, OID.holdInstructionReject, ["Hold Instruction Reject"]),
  sample(
    sctList,
    [
      {
        version: 0,
        logId: new Uint8Array(32).fill(7),
        timestamp: at,
        extensions: new Uint8Array(),
        hashAlgorithm: 4,
        signatureAlgorithm: 3,
        signature: bytes,
      },
    ],
    ["Version   : v1 (0x0)", "May  6 07:08:09.000 2026 GMT", "ecdsa-with-SHA256"],
  ),
];

describe("each extension codec", () => {
  it("has a sample here", () => {
    const sampled = new Set(samples.map(({ codec }) => codec.name));
    expect(extensionCodecs.map(({ name }) => name).filter((name) => !sampled.has(name))).toEqual([]);
  });

  it("is found by its type, once", () => {
    for (const codec of extensionCodecs) expect(knownExtension(codec.oid)).toBe(codec);
    expect(new Set(extensionCodecs.map(({ oid }) => oid)).size).toBe(extensionCodecs.length);
    expect(knownExtension("1.2.3")).toBeUndefined();
  });

  it.each(samples.map((it) => [it.codec.name, it] as const))("%s survives both ways", (_, { codec, value, hex }) => {
    const encoded = codec.encode(value);
    expect(codec.decode(encoded)).toEqual(value);
    expect(checkDer(encoded)).toEqual([]);
    if (hex !== undefined) expect(toHex(encoded)).toBe(hex);
  });

  it.each(extensionCodecs.map((codec) => [codec.name, codec] as const))("%s refuses what it is not", (_, codec) => {
    const good = samples.find((it) => it.codec.oid === codec.oid) as Sample<unknown>;
    const encoded = codec.encode(good.value);
    for (const bad of [
      new Uint8Array(),
      Uint8Array.of(0x09, 0),
      Buffer.concat([encoded, nul()]),
      encoded.subarray(0, -1),
    ])
      expect(() => codec.decode(bad)).toThrowError(expect.objectContaining({ name: "PkiError" }));
  });

  it("is what OpenSSL prints", () => {
    for (const { codec, value, openssl = [] } of samples) {
      const input = sampleCertificate({ extensions: [encodeExtension(codec, value, false)] });
      const printed = execFileSync("openssl", ["x509", "-inform", "DER", "-noout", "-text"], {
        input,
        encoding: "utf8",
      });
      for (const line of openssl) expect(printed, codec.name).toContain(line);
    }
  });
});

describe("what an extension may not hold", () => {
  it.each([
    ["an explicit BOOLEAN that is not FF", basicConstraints, "3003010101"],
    ["an empty extendedKeyUsage", extendedKeyUsage, "3000"],
    ["an empty subjectAltName", subjectAltName, "3000"],
    ["an empty list of policies", certificatePolicies, "3000"],
    ["an empty list of distribution points", crlDistributionPoints, "3000"],
    ["an empty permittedSubtrees", nameConstraints, "3002a000"],
    ["a subtree that is no SEQUENCE", nameConstraints, "3004a0028200"],
    ["an unsorted set of values", subjectDirectoryAttributes, "3011300f06032a03043108020200ff02020080"],
    ["reason 7", reasonCode, "0a0107"],
    ["reason -1", reasonCode, "0a01ff"],
    ["a UTCTime as invalidityDate", invalidityDate, "170d3236303530363037303830395a"],
    ["a key identifier as INTEGER", subjectKeyIdentifier, "020105"],
    ["a timestamp that is cut", sctList, "0404000200ff"],
    ["octets behind the timestamps", sctList, "0403000001"],
    ["a SID of another kind", microsoftSid, "3004820261"],
    ["a pathLenConstraint that is no INTEGER", basicConstraints, "30060101ff0a0100"],
  ])("%s", (_, codec, hex) => {
    expect(() => (codec as ExtensionCodec<unknown>).decode(fromHex(hex) as Uint8Array)).toThrowError(
      expect.objectContaining({ code: expect.stringMatching(/^ERR_(DER|EXTENSION)$/) }),
    );
  });
});

it("a default that is written out is read all the same", () => {
  expect(basicConstraints.decode(fromHex("3003010100") as Uint8Array)).toEqual({ ca: false });
  const subtree = fromHex("300aa0083006820161800100") as Uint8Array;
  expect(nameConstraints.decode(subtree).permitted[0]).toMatchObject({ minimum: 0 });
});

it("a relative distribution point name is a set of attributes", () => {
  const hex = "3014" + "3012" + "a010" + "a10e" + "300c06035504030c05" + "43524c2d31";
  const points = crlDistributionPoints.decode(fromHex(hex) as Uint8Array);
  expect(points[0]?.relativeName?.[0]).toMatchObject({ type: OID.commonName, value: "CRL-1" });
  expect(toHex(crlDistributionPoints.encode(points))).toBe(hex);
});

it("a certificate reads any codec through `extension`", () => {
  const certificate = Certificate.parse(
    sampleCertificate({
      extensions: [encodeExtension(tlsFeature, [5], true), encodeExtension(ocspNoCheck, null, false)],
    }),
  );
  expect(certificate.extension(tlsFeature)).toEqual({ critical: true, value: [5] });
  expect(certificate.extension(ocspNoCheck)).toEqual({ critical: false, value: null });
  expect(certificate.extension(inhibitAnyPolicy)).toBeUndefined();
});
