import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { isPkiError } from "../../src/errors/pki-error.ts";
import type { KeyTypeId } from "../../src/keys/algorithms.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { signatureAlgorithm } from "../../src/keys/signature-algorithms.ts";
import { builtinProfiles } from "../../src/profile/builtin-profiles.ts";
import type { CertificateRequest } from "../../src/profile/certificate-request.ts";
import { compileProfile } from "../../src/profile/compile-profile.ts";
import { checkPolicy, enforcePolicy, type PolicyRefusal } from "../../src/profile/policy/check-policy.ts";
import { policyRules } from "../../src/profile/policy/rules.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { checkProfile } from "../../src/profile/schema/parse-profile.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { encodeExtension, encodeRawExtension } from "../../src/x509/extension.ts";
import { authorityKeyIdentifier } from "../../src/x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../src/x509/extensions/basic-constraints.ts";
import { extendedKeyUsage } from "../../src/x509/extensions/extended-key-usage.ts";
import { keyUsage } from "../../src/x509/extensions/key-usage.ts";
import { subjectAltName } from "../../src/x509/extensions/subject-alt-name.ts";
import { generalNameFromText } from "../../src/x509/general-name-from-text.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeTbsCertificate, type TbsCertificateInput } from "../../src/x509/tbs-certificate.ts";
import { extensionOf, makeIntermediate, makeRoot, now, serial } from "./hierarchy.ts";

const root = makeRoot();
const issuing = makeIntermediate(root);
const { publicKey } = PrivateKey.generate("ecdsa-p256");
const base = {
  name: "mine",
  kind: "end-entity",
  validity: { default: "30d", min: "1d", max: "90d" },
  keys: ["ecdsa-p256"],
  extendedKeyUsage: { purposes: ["serverAuth"] },
  subjectAltName: { allowed: ["dns", "ip", "email", "uri"], wildcards: true },
};

/** What the profile refuses about the certificate that the request leads to. */
function refusals(
  template: object,
  request: Partial<CertificateRequest> & { texts?: readonly string[] } = {},
  authority = issuing,
) {
  const { texts = ["a.test"], ...rest } = request;
  const compiled = compileProfile(checkProfile({ ...base, ...template }), authority.issuer);
  const tbs = compiled.build({ names: texts.map(generalNameFromText), publicKey, ...rest }, serial, now);
  return checkPolicy(compiled, Certificate.fromTbs(tbs)).map(({ message }) => message);
}

/** What the profile refuses about a certificate that was changed after it was built. */
function tampered(
  change: (good: TbsCertificateInput) => Partial<TbsCertificateInput>,
  profile: Profile = checkProfile(base),
): readonly PolicyRefusal[] {
  const compiled = compileProfile(profile, issuing.issuer);
  const good = Certificate.fromTbs(compiled.build({ names: [generalNameFromText("a.test")], publicKey }, serial, now));
  const input: TbsCertificateInput = {
    serial: good.serialNumber,
    signatureAlgorithm: good.tbsSignatureAlgorithm.der,
    issuer: good.issuer,
    notBefore: good.notBefore,
    notAfter: good.notAfter,
    subject: good.subject,
    spkiDer: good.spkiDer,
    extensions: good.extensions.map(({ der }) => der),
  };
  return checkPolicy(compiled, Certificate.fromTbs(encodeTbsCertificate({ ...input, ...change(input) })));
}

const rulesOf = (found: readonly PolicyRefusal[]) => found.map(({ rule }) => rule);
const replacing =
  (oid: string, ...der: Uint8Array[]) =>
  ({ extensions }: TbsCertificateInput) => ({
    extensions: [...extensions.filter((old) => extensionOf(old).oid !== oid), ...der],
  });

describe("policy refuses a request", () => {
  it.each<[string, object, Parameters<typeof refusals>[1], string[]]>([
    [
      "for too long a period",
      {},
      { days: 91 },
      ["validity is 91d long (2026-03-01T11:55:00Z to 2026-05-31T11:54:59Z), allowed is at most 90d (validity.max)"],
    ],
    [
      "for too short a period",
      {},
      { notAfter: new Date("2026-03-01T12:00:00Z") },
      ["validity is 301s long (2026-03-01T11:55:00Z to 2026-03-01T12:00:00Z), allowed is at least 1d (validity.min)"],
    ],
    [
      "for a key of another type",
      {},
      { publicKey: PrivateKey.generate("ed25519").publicKey },
      ["subjectPublicKeyInfo is Ed25519, allowed is ecdsa-p256 (keys)"],
    ],
    [
      "for a name of another kind",
      { subjectAltName: { allowed: ["dns"] } },
      { texts: ["a.test", "10.0.0.1"] },
      ["extensions.subjectAltName[1] is IP:10.0.0.1, allowed is dns (subjectAltName.allowed)"],
    ],
    [
      "for any name when none are allowed",
      { subjectAltName: {} },
      {},
      ["extensions.subjectAltName[0] is DNS:a.test, allowed is no name (subjectAltName.allowed)"],
    ],
    [
      "for a wildcard",
      { subjectAltName: { allowed: ["dns"] } },
      { texts: ["*.a.test"] },
      ["extensions.subjectAltName[0] is DNS:*.a.test, allowed is no wildcard (subjectAltName.wildcards)"],
    ],
    [
      "without a required kind of name",
      { subjectAltName: { allowed: ["dns", "uri"], required: ["uri"] } },
      {},
      ["extensions.subjectAltName is without uri, allowed is with uri (subjectAltName.required)"],
    ],
    [
      "for too few names",
      { subjectAltName: { allowed: ["dns"], min: 2 } },
      {},
      ["extensions.subjectAltName is one name, allowed is at least 2 (subjectAltName.min)"],
    ],
    [
      "for too many names",
      { subjectAltName: { allowed: ["dns"], max: 1 } },
      { texts: ["a.test", "b.test"] },
      ["extensions.subjectAltName is 2 names, allowed is at most 1 (subjectAltName.max)"],
    ],
    [
      "for a DNS name that is not allowed",
      { subjectAltName: { allowed: ["dns"], dns: { allow: [".corp.test", "localhost"] } } },
      { texts: ["a.corp.test", "evil.test"] },
      ["extensions.subjectAltName[1] is DNS:evil.test, allowed is .corp.test or localhost (subjectAltName.dns.allow)"],
    ],
    [
      "for a wildcard that stands for a denied name",
      { subjectAltName: { ...base.subjectAltName, dns: { deny: ["vpn.corp.test"] } } },
      { texts: ["*.corp.test"] },
      [
        "extensions.subjectAltName[0] is DNS:*.corp.test, allowed is nothing that vpn.corp.test denies (subjectAltName.dns.deny)",
      ],
    ],
    [
      "for an address outside the range",
      { subjectAltName: { allowed: ["ip"], ip: { allow: ["10.0.0.0/8"] } } },
      { texts: ["192.0.2.1"] },
      ["extensions.subjectAltName[0] is IP:192.0.2.1, allowed is 10.0.0.0/8 (subjectAltName.ip.allow)"],
    ],
    [
      "for a mailbox elsewhere",
      { subjectAltName: { allowed: ["email", "smtpUtf8Mailbox"], email: { allow: ["corp.test"] } } },
      { texts: ["a@evil.test", "bø@evil.test"] },
      [
        "extensions.subjectAltName[0] is email:a@evil.test, allowed is corp.test (subjectAltName.email.allow)",
        "extensions.subjectAltName[1] is otherName:smtpUtf8Mailbox:bø@evil.test, allowed is corp.test (subjectAltName.email.allow)",
      ],
    ],
    [
      "for a URI elsewhere",
      { subjectAltName: { allowed: ["uri"], uri: { allow: ["spiffe://a.test/ns"] } } },
      { texts: ["spiffe://a.test/other"] },
      [
        "extensions.subjectAltName[0] is URI:spiffe://a.test/other, allowed is spiffe://a.test/ns (subjectAltName.uri.allow)",
      ],
    ],
    [
      "without a required attribute",
      { subject: { required: ["O"] } },
      {},
      ["subject.organizationName is absent, allowed is any value (subject.required)"],
    ],
    [
      "with a forbidden attribute",
      { subject: { forbidden: ["E"] } },
      { subject: Name.fromString("E=a@b.test") },
      ["subject.emailAddress is E=a@b.test, allowed is none (subject.forbidden)"],
    ],
    [
      "with an attribute that is not allowed",
      { subject: { allowed: ["O"] } },
      { subject: Name.fromString("OU=x,O=y") },
      ["subject.organizationalUnitName is OU=x, allowed is none (subject.allowed)"],
    ],
    [
      "for an extension that is not honoured",
      {},
      { extensions: [extensionOf(encodeRawExtension("1.2.3.4", Uint8Array.of(5, 0), false))] },
      ["extensions.1.2.3.4 is there, allowed is absent (csr.extensions)"],
    ],
    [
      "for a signature algorithm that is not listed",
      { signatures: ["rsa-pss-sha256"] },
      {},
      ["signature is ecdsa-sha256, allowed is rsa-pss-sha256 (signatures)"],
    ],
  ])("%s", (_, template, request, expected) => {
    expect(refusals(template, request)).toEqual(expected);
  });

  it("that would outlive its issuer, with both dates and every way out", () => {
    expect(refusals({ validity: { default: "6y", max: "10y" } })).toEqual([
      "validity.notAfter is 2032-02-28T11:54:59.000Z, allowed is at most 2031-02-28T10:59:59.000Z, when CN=Test Issuing,O=Acme,C=DE ends (fewer days, a renewed issuer, or validity.outlivesIssuer: clamp)",
    ]);
    expect(refusals({ validity: { default: "6y", max: "10y", outlivesIssuer: "clamp" } })).toEqual([]);
  });

  it("for a CA below one whose path length is 0", () => {
    const template = { kind: "intermediate", keyUsage: ["keyCertSign"], subjectAltName: {}, extendedKeyUsage: {} };
    expect(refusals(template, { texts: [], subject: Name.fromString("CN=Deep") })).toEqual([
      "extensions.basicConstraints is CA TRUE without path length, allowed is no CA below CN=Test Issuing,O=Acme,C=DE, whose path length is 0 (the path length of the issuing CA)",
    ]);
  });

  it("whose extension does not decode, and still runs the other rules", () => {
    const broken = extensionOf(encodeRawExtension(OID.tlsFeature, Uint8Array.of(1, 2, 3), false));
    const found = refusals({ csr: { extensions: [OID.tlsFeature] } }, { extensions: [broken], days: 91 });
    expect(found).toHaveLength(2);
    expect(found[1]).toMatch(/^tbsCertificate is not valid DER at offset 0/);
  });

  it("grants what the profile allows", () => {
    expect(refusals({}, { texts: ["a.test", "*.b.test", "10.0.0.1", "a@b.test", "urn:x:y"], days: 90 })).toEqual([]);
    expect(
      refusals(
        { csr: { extensions: ["1.2.3.4"] } },
        { extensions: [extensionOf(encodeRawExtension("1.2.3.4", Uint8Array.of(5, 0), true))] },
      ),
    ).toEqual([]);
  });
});

describe("the name constraints of the issuing CA", () => {
  const constrained = (nameConstraints: object) => {
    const profile = checkProfile({
      ...base,
      kind: "intermediate",
      keyUsage: ["keyCertSign"],
      subjectAltName: {},
      extendedKeyUsage: {},
      validity: { default: "5y", max: "5y" },
      nameConstraints,
    });
    return makeIntermediate(root, { profile });
  };
  const knob = "(the name constraints of CN=Test Issuing,O=Acme,C=DE)";

  it("are kept", () => {
    const authority = constrained({
      permitted: { dns: ["corp.test"], ip: ["10.0.0.0/8"], email: [".corp.test"], uri: ["corp.test"] },
      excluded: { dns: ["secret.corp.test"], ip: ["10.6.0.0/16"] },
    });
    const texts = [
      "a.corp.test",
      "evil.test",
      "*.corp.test",
      "x.secret.corp.test",
      "10.1.1.1",
      "10.6.1.1",
      "192.0.2.1",
      "a@mail.corp.test",
      "a@corp.test",
      "https://corp.test/x",
      "https://evil.test/",
    ];
    expect(refusals({}, { texts }, authority)).toEqual([
      `extensions.subjectAltName[1] is DNS:evil.test, allowed is in DNS:corp.test ${knob}`,
      `extensions.subjectAltName[2] is DNS:*.corp.test, allowed is nothing in the excluded DNS:secret.corp.test ${knob}`,
      `extensions.subjectAltName[3] is DNS:x.secret.corp.test, allowed is nothing in the excluded DNS:secret.corp.test ${knob}`,
      `extensions.subjectAltName[5] is IP:10.6.1.1, allowed is nothing in the excluded IP:10.6.0.0/16 ${knob}`,
      `extensions.subjectAltName[6] is IP:192.0.2.1, allowed is in IP:10.0.0.0/8 ${knob}`,
      `extensions.subjectAltName[8] is email:a@corp.test, allowed is in email:.corp.test ${knob}`,
      `extensions.subjectAltName[10] is URI:https://evil.test/, allowed is in URI:corp.test ${knob}`,
    ]);
  });

  it("hold for the subject and its mail addresses too", () => {
    const authority = constrained({ permitted: { directoryName: ["O=Acme"], email: ["corp.test"] } });
    const template = { subject: { commonName: "request" }, subjectAltName: {}, extendedKeyUsage: {} };
    const found = (subject: string) => refusals(template, { texts: [], subject: Name.fromString(subject) }, authority);
    expect(found("CN=a,O=Acme")).toEqual([]);
    expect(found("CN=a,O=Other")).toEqual([`subject is dirName:CN=a,O=Other, allowed is in dirName:O=Acme ${knob}`]);
    expect(found("E=a@evil.test,O=Acme")).toEqual([
      `subject.emailAddress is email:a@evil.test, allowed is in email:corp.test ${knob}`,
    ]);
  });
});

describe("policy refuses changed bytes", () => {
  const ca = encodeExtension(basicConstraints, { ca: true }, true);
  const other = Name.fromString("CN=Other");
  it.each<[string, Parameters<typeof tampered>[0], string[]]>([
    ["nothing when nothing was changed", () => ({}), []],
    ["a negative serial number", () => ({ serial: Uint8Array.from({ length: 16 }, () => 0x80) }), ["serial-number"]],
    ["a short serial number", () => ({ serial: Uint8Array.of(1) }), ["serial-number"]],
    ["a serial number of 21 octets", () => ({ serial: new Uint8Array(21).fill(1) }), ["serial-number"]],
    [
      "a weak signature algorithm",
      () => ({ signatureAlgorithm: signatureAlgorithm("ecdsa-sha1").identifierDer }),
      ["signature"],
    ],
    ["another issuer", () => ({ issuer: other }), ["issuer"]],
    [
      "another authority key",
      replacing(
        OID.authorityKeyIdentifier,
        encodeExtension(authorityKeyIdentifier, { keyId: Uint8Array.of(1) }, false),
      ),
      ["issuer", "extensions"],
    ],
    ["no authority key", replacing(OID.authorityKeyIdentifier), ["issuer", "extensions"]],
    ["no subject key identifier", replacing(OID.subjectKeyIdentifier), ["issuer"]],
    ["another common name", () => ({ subject: other }), ["subject"]],
    ["a longer period", () => ({ notAfter: new Date("2027-01-01T00:00:00Z") }), ["validity"]],
    ["a CA", replacing(OID.basicConstraints, ca), ["basic-constraints", "basic-constraints", "extensions"]],
    [
      "another key usage",
      replacing(OID.keyUsage, encodeExtension(keyUsage, ["digitalSignature", "keyCertSign"], true)),
      ["key-usage"],
    ],
    [
      "key usage that is not critical",
      replacing(OID.keyUsage, encodeExtension(keyUsage, ["digitalSignature"], false)),
      ["key-usage"],
    ],
    ["no key usage", replacing(OID.keyUsage), ["key-usage"]],
    [
      "another purpose",
      replacing(OID.extendedKeyUsage, encodeExtension(extendedKeyUsage, [OID.serverAuth, OID.codeSigning], false)),
      ["extended-key-usage", "extensions"],
    ],
    [
      "a critical subjectAltName beside a subject",
      replacing(OID.subjectAltName, encodeExtension(subjectAltName, [{ kind: "dns", value: "a.test" }], true)),
      ["subject-alt-name"],
    ],
    ["an extension twice", ({ extensions }) => ({ extensions: [...extensions, ca] }), ["extensions", "extensions"]],
    [
      "a name that is no IA5String",
      replacing(
        OID.subjectAltName,
        encodeRawExtension(OID.subjectAltName, Uint8Array.of(0x30, 3, 0x82, 1, 0xff), false),
      ),
      ["subject", "subject-alt-name", "name-patterns"],
    ],
  ])("%s", (_, change, rules) => {
    expect(rulesOf(tampered(change))).toEqual(rules);
  });

  it.each<[KeyTypeId, string]>([
    ["rsa-2048", "digitalSignature, keyEncipherment"],
    ["ecdsa-p256", "digitalSignature, keyAgreement"],
    ["ed25519", "digitalSignature"],
  ])("key usage that a key of type %s cannot serve", (type, allowed) => {
    const key = PrivateKey.generate(type).publicKey;
    const compiled = compileProfile(builtinProfiles.email, issuing.issuer);
    const good = compiled.build({ names: [generalNameFromText("a@b.test")], publicKey: key }, serial, now);
    expect(checkPolicy(compiled, Certificate.fromTbs(good))).toEqual([]);
    const change = replacing(
      OID.keyUsage,
      encodeExtension(keyUsage, ["digitalSignature", "keyEncipherment", "keyAgreement"], true),
    );
    const found = tampered((input) => ({ ...change(input), spkiDer: key.spkiDer }), {
      ...checkProfile(base),
      keyUsage: builtinProfiles.email.keyUsage,
      keys: builtinProfiles.email.keys,
    });
    expect(found.find(({ rule }) => rule === "key-usage")?.allowed).toBe(allowed);
  });

  it("that change the fixed subject", () => {
    const profile = checkProfile({ ...base, subject: { fixed: { O: "Acme" } } });
    const found = tampered(() => ({ subject: Name.fromString("CN=a.test,O=Evil") }), profile);
    expect(found.map(({ message }) => message)).toEqual([
      "subject.organizationName is O=Evil, allowed is Acme (subject.fixed.organizationName)",
    ]);
  });
});

describe("enforcePolicy", () => {
  it("throws all refusals in one error with exit status 5 and the knobs to turn", () => {
    const compiled = compileProfile(checkProfile(base), issuing.issuer);
    const tbs = compiled.build({ names: [], publicKey, days: 100, subject: Name.fromString("CN=x") }, serial, now);
    try {
      enforcePolicy(compiled, Certificate.fromTbs(tbs));
      expect.unreachable();
    } catch (error) {
      if (!isPkiError(error, "ERR_PROFILE_REFUSED")) throw error;
      expect(error.exitStatus).toBe(5);
      expect(error.message).toMatch(
        /^the profile "mine" refuses the certificate: validity is 100d long .*\(validity\.max\)/,
      );
      expect(error.hint).toContain("validity.max");
      expect(error.facts).toMatchObject({ profile: "mine", rules: "validity" });
    }
  });

  it("is silent when nothing is refused", () => {
    const compiled = compileProfile(checkProfile(base), issuing.issuer);
    const tbs = compiled.build({ names: [generalNameFromText("a.test")], publicKey }, serial, now);
    expect(() => enforcePolicy(compiled, Certificate.fromTbs(tbs))).not.toThrow();
  });
});

describe("the rules", () => {
  it("have ids of their own and a summary", () => {
    expect(new Set(policyRules.map(({ id }) => id)).size).toBe(policyRules.length);
    for (const { id, summary } of policyRules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(summary).toMatch(/^\S.*\.$/);
    }
  });
});
