import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { builtinProfiles } from "../../src/profile/builtin-profiles.ts";
import type { CertificateRequest } from "../../src/profile/certificate-request.ts";
import { compileProfile } from "../../src/profile/compile-profile.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { checkProfile } from "../../src/profile/schema/parse-profile.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { encodeRawExtension } from "../../src/x509/extension.ts";
import { authorityInfoAccess } from "../../src/x509/extensions/authority-info-access.ts";
import { certificatePolicies } from "../../src/x509/extensions/certificate-policies.ts";
import { crlDistributionPoints } from "../../src/x509/extensions/crl-distribution-points.ts";
import { nameConstraints } from "../../src/x509/extensions/name-constraints.ts";
import { subjectAltName } from "../../src/x509/extensions/subject-alt-name.ts";
import { tlsFeature } from "../../src/x509/extensions/tls-feature.ts";
import type { GeneralName } from "../../src/x509/general-name.ts";
import { generalNameFromText } from "../../src/x509/general-name-from-text.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeTbsCertificate } from "../../src/x509/tbs-certificate.ts";
import { extensionOf, makeIntermediate, makeRoot, now, serial } from "./hierarchy.ts";

const issuing = makeIntermediate(makeRoot());
const { publicKey } = PrivateKey.generate("ecdsa-p256");
const dns = (...values: string[]): GeneralName[] => values.map((value) => ({ kind: "dns", value }));
const template = (change: object = {}): Profile =>
  checkProfile({
    name: "mine",
    kind: "end-entity",
    validity: { default: "30d", max: "90d" },
    keys: ["ecdsa-p256"],
    subjectAltName: { allowed: ["dns"] },
    ...change,
  });
const build = (profile: Profile, request: Partial<CertificateRequest> = {}, at = now): Certificate =>
  Certificate.fromTbs(
    compileProfile(profile, issuing.issuer).build({ names: dns("a.test"), publicKey, ...request }, serial, at),
  );

describe("the bytes of a compiled profile", () => {
  it("are those that the plain writer makes of the same fields", () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,20}$/);
    const compiled = compileProfile(builtinProfiles["tls-server"], issuing.issuer);
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 1, maxLength: 20 }),
        fc.uint8Array({ minLength: 8, maxLength: 20 }),
        (names, octets) => {
          octets[0] = ((octets[0] as number) & 0x7f) | 1;
          const tbs = compiled.build({ names: dns(...names), publicKey }, octets, now);
          const read = Certificate.fromTbs(tbs);
          const { issuer, notBefore, notAfter, subject, spkiDer } = read;
          const extensions = read.extensions.map(({ der }) => der);
          const signatureAlgorithm = read.tbsSignatureAlgorithm.der;
          const again = {
            serial: octets,
            signatureAlgorithm,
            issuer,
            notBefore,
            notAfter,
            subject,
            spkiDer,
            extensions,
          };
          expect(Buffer.compare(encodeTbsCertificate(again), tbs)).toBe(0);
          expect(read.extension(subjectAltName)?.value).toEqual(dns(...names));
          expect(subject.commonName).toBe(names[0]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("keep a serial number positive whatever its first bit", () => {
    const compiled = compileProfile(template(), issuing.issuer);
    const read = Certificate.fromTbs(
      compiled.build({ names: dns("a"), publicKey }, new Uint8Array(16).fill(0xff), now),
    );
    expect(read.serialHex).toBe("ff".repeat(16));
  });

  it("need the issuer's certificate, but for a root", () => {
    const { certificate: _, ...selfSigned } = issuing.issuer;
    expect(() => compileProfile(template(), selfSigned)).toThrow(TypeError);
    expect(() => compileProfile(builtinProfiles.root, issuing.issuer)).toThrow(TypeError);
  });
});

describe("the period", () => {
  const period = (request: Partial<CertificateRequest>, validity: object = {}, at = now) => {
    const read = build(
      template({ validity: { default: "30d", max: "90d", backdate: "5min", ...validity } }),
      request,
      at,
    );
    return [read.notBefore.toISOString(), read.notAfter.toISOString()];
  };

  it("counts from notBefore and includes its last second", () => {
    expect(period({}, { backdate: "5min" }, new Date("2026-03-02T00:00:00.999Z"))).toEqual([
      "2026-03-01T23:55:00.000Z",
      "2026-03-31T23:54:59.000Z",
    ]);
    expect(period({ days: 1 }, {}, new Date("2026-03-02T00:00:00Z"))[1]).toBe("2026-03-02T23:54:59.000Z");
  });

  it("does not begin before the issuer's", () => {
    expect(period({}, { backdate: "2h", min: "1d" })[0]).toBe(issuing.certificate.notBefore.toISOString());
  });

  it("is what the request says to the second", () => {
    const notBefore = new Date("2026-04-01T00:00:00.5Z");
    const notAfter = new Date("2026-04-02T00:00:00.5Z");
    expect(period({ notBefore, notAfter })).toEqual(["2026-04-01T00:00:00.000Z", "2026-04-02T00:00:00.000Z"]);
  });

  it("ends with the issuer's when the profile clamps", () => {
    const end = issuing.certificate.notAfter.toISOString();
    expect(period({ days: 20_000 }, { outlivesIssuer: "clamp" })[1]).toBe(end);
    expect((period({ days: 20_000 })[1] as string) > end).toBe(true);
  });

  it("ends at the last second that a certificate can say", () => {
    expect(period({ days: 1e12 })[1]).toBe("9999-12-31T23:59:59.000Z");
  });
});

describe("the subject", () => {
  const subject = (terms: object, request: Partial<CertificateRequest>) =>
    build(template({ subject: terms }), request).subject.toString();
  const asked = Name.fromString("CN=asked,OU=Web,O=Other");

  it("takes the first name as its common name", () => {
    expect(subject({}, { names: dns("a.test", "b.test") })).toBe("CN=a.test");
    expect(subject({}, { names: dns("a.test"), subject: asked })).toBe("CN=a.test,OU=Web,O=Other");
    expect(subject({}, { names: dns("a".repeat(65)) })).toBe("");
    expect(subject({}, { names: [generalNameFromText("10.1.2.3")] })).toBe("CN=10.1.2.3");
    expect(subject({}, { names: [generalNameFromText("upn:a@b")] })).toBe("");
  });

  it("takes the common name of the request when the profile says so", () => {
    expect(subject({ commonName: "request" }, { subject: asked })).toBe("CN=asked,OU=Web,O=Other");
    expect(subject({ commonName: "request" }, {})).toBe("CN=a.test");
  });

  it("has none when the profile says so", () => {
    expect(subject({ commonName: "none" }, { subject: asked })).toBe("OU=Web,O=Other");
    expect(build(template({ subject: { commonName: "none" } })).extension(subjectAltName)?.critical).toBe(true);
  });

  it("begins with the fixed attributes, which no request changes", () => {
    expect(subject({ fixed: { C: "DE", O: "Acme" } }, { subject: asked })).toBe("CN=a.test,OU=Web,O=Acme,C=DE");
    expect(subject({ fixed: { CN: "always" } }, { subject: asked })).toBe("OU=Web,O=Other,CN=always");
  });

  it("keeps the string types of the request", () => {
    const latin = Name.of([[{ type: OID.organizationName, value: "Ümlaut", tag: 0x14 }]]);
    expect(build(template(), { subject: latin }).subject.rdns[0]?.[0]?.tag).toBe(0x14);
  });
});

describe("the extensions", () => {
  it("point to where the template says, with the id of the authority filled in", () => {
    const read = build(
      template({
        crlDistributionPoints: ["http://pki.test/{authority}.crl", "ldap://pki.test/cn=crl"],
        authorityInfoAccess: { ocsp: ["http://ocsp.test"], caIssuers: [] },
      }),
    );
    const uri = (value: string) => ({ kind: "uri", value });
    expect(read.extension(crlDistributionPoints)?.value).toEqual([
      { fullName: [uri("http://pki.test/issuing.crl")] },
      { fullName: [uri("ldap://pki.test/cn=crl")] },
    ]);
    expect(read.extension(authorityInfoAccess)?.value).toEqual([
      { method: OID.ocsp, location: uri("http://ocsp.test") },
    ]);
  });

  it("escape an authority id, so that it cannot change the URL", () => {
    const compiled = compileProfile(template({ crlDistributionPoints: ["http://pki.test/{authority}.crl"] }), {
      ...issuing.issuer,
      id: "../a?b",
    });
    const read = Certificate.fromTbs(compiled.build({ names: [], publicKey }, serial, now));
    expect(read.extension(crlDistributionPoints)?.value[0]?.fullName?.[0]).toEqual({
      kind: "uri",
      value: "http://pki.test/..%2Fa%3Fb.crl",
    });
  });

  it("leave the pointers out when the authority publishes nowhere", () => {
    expect(build(template()).extension(crlDistributionPoints)).toBeUndefined();
    expect(build(template()).extension(authorityInfoAccess)).toBeUndefined();
  });

  it("hold policies with their qualifiers, TLS features and custom ones", () => {
    const read = build(
      template({
        certificatePolicies: [
          { oid: "1.2.3.4", cps: "http://cps.test/{authority}", notice: "Nötice" },
          { oid: "2.5.29.32.0" },
        ],
        tlsFeature: ["statusRequest"],
        extensions: [{ oid: "1.2.3.5", critical: true, asn1: 'UTF8String "hello"' }],
      }),
    );
    expect(read.extension(certificatePolicies)?.value.map(({ oid, qualifiers }) => [oid, qualifiers.length])).toEqual([
      ["1.2.3.4", 2],
      ["2.5.29.32.0", 0],
    ]);
    const [cps] = read.extension(certificatePolicies)?.value[0]?.qualifiers ?? [];
    expect(Buffer.from(cps?.valueDer ?? []).toString("latin1")).toBe("\x16\x17http://cps.test/issuing");
    expect(read.extension(tlsFeature)?.value).toEqual([5]);
    const custom = read.extensions.find(({ oid }) => oid === "1.2.3.5");
    expect(custom?.critical).toBe(true);
    expect(Buffer.from(custom?.value ?? []).toString("latin1")).toBe("\x0c\x05hello");
  });

  it("hold name constraints of every kind, critical", () => {
    const constraints = {
      permitted: {
        dns: ["corp.test"],
        ip: ["10.0.0.0/8"],
        email: ["corp.test"],
        uri: [".corp.test"],
        directoryName: ["O=Acme"],
      },
      excluded: { dns: ["secret.corp.test"] },
    };
    const ca = makeIntermediate(makeRoot(), {
      profile: {
        ...builtinProfiles.intermediate,
        nameConstraints: template({ kind: "intermediate", keyUsage: ["keyCertSign"], nameConstraints: constraints })
          .nameConstraints,
      },
    });
    const found = ca.certificate.extension(nameConstraints);
    expect(found?.critical).toBe(true);
    expect(found?.value.permitted.map(({ base }) => base.kind)).toEqual(["dns", "ip", "email", "uri", "directoryName"]);
    expect(found?.value.excluded).toEqual([{ base: { kind: "dns", value: "secret.corp.test" }, minimum: 0 }]);
  });

  it("take those of the request, but for those that the profile writes", () => {
    const read = build(template({ csr: { extensions: ["1.2.3.4"] } }), {
      extensions: [
        extensionOf(encodeRawExtension("1.2.3.4", Uint8Array.of(5, 0), false)),
        extensionOf(encodeRawExtension(OID.basicConstraints, Uint8Array.of(0x30, 0), true)),
      ],
    });
    expect(read.extensions.filter(({ oid }) => oid === OID.basicConstraints)).toHaveLength(1);
    expect(read.extensions.at(-1)?.oid).toBe("1.2.3.4");
  });
});
