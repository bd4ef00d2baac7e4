import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { verify } from "../../src/verify/verify.ts";
import { encodeAlgorithmIdentifier } from "../../src/x509/algorithm-identifier.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { encodeExtension, encodeRawExtension } from "../../src/x509/extension.ts";
import { policyMappings } from "../../src/x509/extensions/policy-mappings.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeSigned } from "../../src/x509/signed.ts";
import { ca, days, type Issued, keyOf, leaf, NOW, root, type Spec } from "./pki.ts";

const anchor = root();
const issuing = ca(anchor);
const end = leaf(issuing);
const asked = { trust: [anchor.der], at: NOW, name: "localhost", purpose: "serverAuth" };

const ders = (...certificates: Issued[]) => certificates.map(({ der }) => der);
const codes = (result: ReturnType<typeof verify>) => result.findings.map(({ code }) => code);

describe("the arguments of verify", () => {
  it("may be certificates that are parsed already", () => {
    const parsed = ders(end, issuing).map((der) => Certificate.parse(der));
    expect(verify(parsed, { ...asked, trust: [Certificate.parse(anchor.der)] }).valid).toBe(true);
  });

  it("take further certificates beside what was sent", () => {
    const { valid, path } = verify(ders(end), { ...asked, untrusted: ders(issuing) });
    expect(valid).toBe(true);
    expect(path.map(({ from }) => from)).toEqual(["sent", "untrusted", "trust"]);
  });

  it("have defaults: now, any purpose, no name", () => {
    const { valid, skipped } = verify(ders(root({ notBefore: new Date(0), notAfter: new Date("2100-01-01") })), {
      trust: [root({ notBefore: new Date(0), notAfter: new Date("2100-01-01") }).der],
    });
    expect(valid).toBe(false);
    expect(skipped).toEqual(["name: none was asked for", "revocation: no CRL or OCSP source given"]);
  });

  it.each([
    ["localhost", true],
    ["LOCALHOST.", true],
    ["127.0.0.1", false],
    ["user@localhost", false],
    ["spiffe://localhost/x", false],
    ["not a name", false],
    ["", false],
  ])("read the name %s by its form", (name, valid) => {
    expect(verify(ders(end, issuing), { ...asked, name }).valid).toBe(valid);
  });

  it("ask for several names at once", () => {
    const result = verify(ders(end, issuing), { ...asked, names: ["other.test", "127.0.0.1"] });
    expect(codes(result)).toEqual(["wrong-host", "ip-no-ip-san"]);
  });

  it("name a purpose by its object identifier too", () => {
    expect(verify(ders(end, issuing), { ...asked, purpose: "1.3.6.1.5.5.7.3.1" }).valid).toBe(true);
    expect(codes(verify(ders(end, issuing), { ...asked, purpose: "clientAuth" }))).toContain("wrong-eku");
  });

  it("ask for bits of the key usage", () => {
    expect(verify(ders(end, issuing), { ...asked, keyUsage: ["digitalSignature"] }).valid).toBe(true);
    expect(codes(verify(ders(end, issuing), { ...asked, keyUsage: ["keyAgreement"] }))).toEqual(["key-usage"]);
  });

  it.each([
    ["no certificate", () => verify([], asked)],
    ["an unknown purpose", () => verify(ders(end), { ...asked, purpose: "servers" })],
    ["an unknown rule set", () => verify(ders(end), { ...asked, rules: "mine" as "go" })],
  ])("are refused as a TypeError: %s", (_, call) => {
    expect(call).toThrowError(TypeError);
  });

  it("are limits of a budget, and their exhaustion is a finding", () => {
    const { valid, findings } = verify(ders(end, issuing), { ...asked, budget: { signatures: 1 } });
    expect(valid).toBe(false);
    expect(findings[0]).toMatchObject({
      code: "resource-limit",
      message: expect.stringContaining("1 signature checks"),
    });
  });
});

describe("a leaf that is not signed yet", () => {
  const unsigned = (spec: Spec) => {
    const { tbsDer } = Certificate.parse(leaf(issuing, spec).der);
    return [Certificate.fromTbs(tbsDer), Certificate.parse(issuing.der)];
  };

  it("is judged but for its signature, when the caller says so", () => {
    expect(verify(unsigned({}), { ...asked, dangerUnsignedLeaf: true }).valid).toBe(true);
    expect(codes(verify(unsigned({}), asked))).toContain("bad-signature-leaf");
    const late = verify(unsigned({ notAfter: days(-1) }), { ...asked, dangerUnsignedLeaf: true });
    expect(codes(late)).toEqual(["expired-leaf"]);
  });
});

describe("the ways that were tried", () => {
  const old = ca(anchor, { notAfter: days(-1) });
  const other = root({ subject: "CN=Other Root" });
  const otherIssuing = ca(other);

  it("are told with the reason, beside the one that is good", () => {
    const { valid, tried } = verify(ders(end, old, otherIssuing, issuing), asked);
    expect(valid).toBe(true);
    for (const { path } of tried) expect(path[0]).toBe('"CN=localhost"');
  });

  it("end with the best one, all whose faults are told", () => {
    const late = leaf(issuing, {
      notAfter: days(-1),
      extensions: { extendedKeyUsage: undefined, subjectAltName: undefined },
    });
    const result = verify(ders(late, otherIssuing, old), asked);
    expect(codes(result)).toEqual(["expired-leaf", "expired-intermediate", "no-san-cn-only", "leaf-no-eku"]);
    expect(result.tried.length).toBeGreaterThan(0);
    expect(result.tried[0]?.rejected).toMatch(/^chain\[\d\].*: [a-z-]+: /);
  });

  it("do not hide a good path behind an expired, a wrong or a looping one", () => {
    const made = ca(anchor, { key: keyOf("made again") });
    const crossed = ca(
      { ...other, key: other.key },
      { subject: "CN=Issuing CA", key: issuing.key, notAfter: days(-3) },
    );
    const all = [old, made, crossed, otherIssuing, issuing];
    for (let turn = 0; turn < all.length; turn++) {
      const order = [...all.slice(turn), ...all.slice(0, turn)];
      expect(verify(ders(end, ...order), asked).valid, `turn ${turn}`).toBe(true);
    }
  });
});

describe("the headline", () => {
  const start = (begins: Date) => {
    const young = root({ subject: "CN=Young Root", notBefore: begins });
    const youngCa = ca(young, { notBefore: begins });
    return verify(ders(leaf(youngCa, { notBefore: begins }), youngCa), { ...asked, trust: [young.der] });
  };

  it("blames the clock where a whole chain lies ahead, and not for the minute after a chain was made", () => {
    expect(codes(start(days(1)))[0]).toBe("clock-wrong");
    expect(codes(start(new Date(NOW.getTime() + 60_000)))).toEqual([
      "not-yet-valid-leaf",
      "not-yet-valid-intermediate",
      "not-yet-valid",
    ]);
  });

  it("puts what was seen before what was not to be learnt about revocation", () => {
    const issuing = ca(root());
    const plain = leaf(issuing, { extensions: { subjectKeyIdentifier: undefined } });
    const options = { trust: [root().der], at: NOW, fetched: { crls: [], ocsp: [], failures: [] } };
    const codes = verify([plain.der, issuing.der], options).findings.map(({ code }) => code);
    expect(codes).toEqual(["leaf-no-ski", "crl-missing", "crl-missing"]);
  });

  it("says that a signature of an unknown kind proves nothing", () => {
    const oddly = encodeAlgorithmIdentifier("1.3.6.1.4.1.55738.666.2");
    const { tbsDer } = Certificate.parse(leaf(issuing, { innerAlgorithm: oddly }).der);
    const odd = encodeSigned(tbsDer, oddly, Uint8Array.of(0));
    expect(codes(verify([odd, issuing.der], asked))).toEqual(["bad-signature-leaf", "unsupported-algorithm"]);
  });

  it("says that anyPolicy may not be mapped", () => {
    const toAny = [{ issuerDomain: "2.5.29.32.0", subjectDomain: "1.2.3" }];
    const mapping = ca(anchor, { extensions: { policyMappings: encodeExtension(policyMappings, toAny, true) } });
    expect(codes(verify(ders(leaf(mapping), mapping), asked))).toEqual([
      "policy-mapping-inhibited",
      "policy-malformed",
    ]);
  });

  it("names the missing issuer before the empty name by which it is looked for", () => {
    const nameless = { ...issuing, name: Name.of([]) };
    expect(codes(verify(ders(leaf(nameless), issuing), asked))).toEqual(["missing-intermediate", "issuer-name-empty"]);
  });
});

describe("names of CAs", () => {
  it("match by RFC 5280 section 7.1, not octet by octet", () => {
    const shouting = ca(anchor, { subject: "CN=ISSUING  ca", key: issuing.key });
    expect(verify(ders(end, shouting), asked).valid).toBe(true);
  });
});

describe("a limit of depth", () => {
  const lower = ca(issuing, { subject: "CN=Lower CA" });
  const rolled = ca(issuing, { key: keyOf("rolled over") });

  it("counts the intermediates", () => {
    expect(verify(ders(leaf(anchor)), { ...asked, maxDepth: 0 }).valid).toBe(true);
    expect(codes(verify(ders(end, issuing), { ...asked, maxDepth: 0 }))).toEqual(["chain-too-long"]);
    expect(verify(ders(leaf(lower), lower, issuing), { ...asked, maxDepth: 2 }).valid).toBe(true);
    expect(codes(verify(ders(leaf(lower), lower, issuing), { ...asked, maxDepth: 1 }))).toEqual(["chain-too-long"]);
  });

  it("does not count a CA's certificate for its own next key", () => {
    expect(verify(ders(leaf(rolled), rolled, issuing), { ...asked, maxDepth: 1 }).valid).toBe(true);
    expect(verify(ders(leaf(rolled), rolled, issuing), { ...asked, maxDepth: 0 }).valid).toBe(false);
  });
});

describe("an extension that breaks its own grammar", () => {
  const none = Uint8Array.of(0x30, 0);
  const text = Buffer.from("localhost");
  it.each([
    ["authorityInfoAccess", "that is text", text],
    ["authorityInfoAccess", "without a description", none],
    ["extendedKeyUsage", "without a purpose", none],
    ["subjectAltName", "that is text", text],
    ["subjectAltName", "without a name", none],
  ] as const)("is refused: %s %s", (name, _, value) => {
    const extensions = { [name]: encodeRawExtension(OID[name], value, false) };
    expect(codes(verify(ders(leaf(issuing, { extensions }), issuing), asked))[0]).toBe("malformed-extension");
  });

  it("is refused in a CA: name constraints whose lists are empty", () => {
    const value = Uint8Array.of(0x30, 4, 0xa0, 0, 0xa1, 0);
    const constrained = ca(anchor, { extensions: { nc: encodeRawExtension(OID.nameConstraints, value, true) } });
    const { findings } = verify(ders(leaf(constrained), constrained), asked);
    expect(findings[0]).toMatchObject({ code: "malformed-extension", index: 1 });
  });
});

describe("a trust list", () => {
  it("may hold an intermediate, a leaf, and what nobody can read", () => {
    const trust = [new Uint8Array([1, 2, 3]), ...ders(issuing)];
    const result = verify(ders(end), { ...asked, trust });
    expect(result.valid).toBe(true);
    expect(codes(result)).toEqual(["trust-only-intermediate", "malformed-der"].sort());
    expect(result.findings.find(({ code }) => code === "malformed-der")).toMatchObject({
      severity: "notice",
      at: "trust[0]",
    });
    expect(verify(ders(end), { ...asked, trust: ders(end) }).valid).toBe(true);
  });
});
