import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tlv } from "../../src/asn1/writer.ts";
import { answerCase } from "../../src/cli/verify/answer-case.ts";
import { verify } from "../../src/verify/verify.ts";
import type { VerifyOptions } from "../../src/verify/verify-options.ts";
import { encodeExtension, encodeRawExtension } from "../../src/x509/extension.ts";
import { certificatePolicies } from "../../src/x509/extensions/certificate-policies.ts";
import { nameConstraints } from "../../src/x509/extensions/name-constraints.ts";
import { policyConstraints } from "../../src/x509/extensions/policy-constraints.ts";
import { policyMappings } from "../../src/x509/extensions/policy-mappings.ts";
import { subjectAltName } from "../../src/x509/extensions/subject-alt-name.ts";
import type { GeneralName } from "../../src/x509/general-name.ts";
import { readCases } from "./corpora/vcases.ts";
import { ca, type Issued, keyOf, leaf, NOW, root } from "./pki.ts";

const anchor = root();
const issuing = ca(anchor);
const good = leaf(issuing);

function judge(
  sent: readonly Uint8Array[],
  trust: readonly Uint8Array[] = [anchor.der],
  options?: Partial<VerifyOptions>,
) {
  return verify(sent, { trust, at: NOW, name: "localhost", purpose: "serverAuth", ...options });
}

function ders(certificates: readonly Issued[]): readonly Uint8Array[] {
  return certificates.map(({ der }) => der);
}

/** The bytes with one bit turned round. */
function flip(der: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(der);
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

/** Content octets that open `depth` constructed elements, one in the other. */
function nested(depth: number): Uint8Array {
  let der = tlv(0x30);
  for (let level = 1; level < depth; level++) der = tlv(0x30, der);
  return der;
}

describe("a bit that is wrong", () => {
  it("in what was sent never makes a valid chain", () => {
    for (let bit = 0; bit < good.der.length * 8; bit += 5) {
      const { valid, findings } = judge([flip(good.der, bit), issuing.der]);
      expect(valid, `bit ${bit} of the leaf`).toBe(false);
      expect(findings.some(({ code }) => code === "rule-crashed")).toBe(false);
    }
    for (let bit = 0; bit < issuing.der.length * 8; bit += 5)
      expect(judge([good.der, flip(issuing.der, bit)]).valid, `bit ${bit} of the CA`).toBe(false);
  });

  it("in what is trusted is an answer", () => {
    for (let bit = 0; bit < anchor.der.length * 8; bit += 5)
      expect(typeof judge([good.der, issuing.der], [flip(anchor.der, bit)]).valid).toBe("boolean");
  });

  it("in the corpora is an answer, and makes nothing valid that was not", () => {
    const cases = (readCases("explain") ?? []).filter(({ bucket, x }) => bucket === "core" && x === "reject");
    for (const [place, { line }] of cases.entries()) {
      const leafDer = flip(Buffer.from(line.leaf as string, "base64"), 37 * place + 11);
      const answer = answerCase(JSON.stringify({ ...line, leaf: Buffer.from(leafDer).toString("base64") }));
      expect(JSON.parse(answer)).toMatchObject({ valid: false });
    }
  });
});

describe("bytes from anywhere", () => {
  it("are an answer, never a crash", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(good.der.length - 1), (noise, cut) => {
        const bytes = Uint8Array.from([...good.der.subarray(0, cut), ...noise]);
        expect(judge([bytes, noise, bytes], [noise, anchor.der], { crls: [noise], ocsp: [noise] }).valid).toBe(false);
        expect(judge([good.der, issuing.der, noise, bytes], [anchor.der, noise]).valid).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("are an answer line by line too", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const fields = { id: 1, leaf: value, trust: value, time: value, name: value };
        for (const line of [JSON.stringify(fields), JSON.stringify(value)])
          expect(JSON.parse(answerCase(line))).toMatchObject({ valid: false });
      }),
    );
  });
});

describe("a certificate made to keep a verifier busy", () => {
  it("nested ten thousand deep is refused for what it is", () => {
    expect(judge([nested(10_000)]).findings[0]).toMatchObject({ code: "malformed-der" });
    const deep = encodeRawExtension("2.5.29.17", nested(10_000), false);
    const { findings } = judge([leaf(issuing, { extensions: { subjectAltName: deep } }).der, issuing.der]);
    expect(findings[0]).toMatchObject({ code: "malformed-extension" });
  });

  it("with ten thousand names under ten thousand constraints runs out of comparisons", () => {
    const names = Array.from({ length: 10_000 }, (_, n): GeneralName => ({ kind: "dns", value: `host-${n}.test` }));
    const subtrees = names.map((_, n) => ({ base: { kind: "dns", value: `zone-${n}.test` } as const, minimum: 0 }));
    const limits = encodeExtension(nameConstraints, { permitted: [], excluded: subtrees }, true);
    const limited = ca(anchor, { extensions: { nameConstraints: limits } });
    const many = leaf(limited, { extensions: { subjectAltName: encodeExtension(subjectAltName, names, false) } });
    const { valid, findings } = judge([many.der, limited.der], undefined, { name: "host-1.test" });
    expect(valid).toBe(false);
    expect(findings[0]).toMatchObject({
      code: "resource-limit",
      message: expect.stringContaining("250000 comparisons"),
    });
  });

  const thousand = Array.from({ length: 1000 }, (_, n) =>
    ca(anchor, { key: keyOf(`fan ${n % 40}`), serial: Uint8Array.of(1, n >> 8, n & 255) }),
  );

  it("with a thousand CAs of one name is found by its key identifier", () => {
    expect(judge([good.der, ...ders(thousand), issuing.der]).valid).toBe(true);
  });

  it("with a thousand CAs of one name and no key identifier runs out of signature checks", () => {
    const extensions = { authorityKeyIdentifier: undefined, subjectKeyIdentifier: undefined };
    const anonymous = leaf(issuing, { extensions });
    const fan = Array.from({ length: 1000 }, (_, n) => ca(anchor, { key: keyOf(`fan ${n}`), extensions }));
    const { valid, findings } = judge([anonymous.der, ...ders(fan)]);
    expect(valid).toBe(false);
    expect(findings[0]).toMatchObject({
      code: "resource-limit",
      message: expect.stringContaining("100 signature checks"),
    });
  });

  it("with CAs that all certify each other comes to an end", () => {
    const members = Array.from({ length: 12 }, (_, n) => ({ subject: `CN=Member ${n}`, key: keyOf(`member ${n}`) }));
    const mesh = members.flatMap((issuer, i) =>
      members.flatMap((member, j) => {
        const by = { ...anchor, name: ca(anchor, issuer).name, key: issuer.key };
        return i === j ? [] : [ca(by, member)];
      }),
    );
    const end = leaf({ ...anchor, name: (mesh[0] as Issued).name, key: (mesh[0] as Issued).key });
    const lost = judge([end.der, ...ders(mesh)]);
    expect(lost.valid).toBe(false);
    expect(lost.tried.length).toBeLessThanOrEqual(50);
    const wayOut = ca(anchor, members[7]);
    expect(judge([end.der, ...ders(mesh), wayOut.der]).valid).toBe(true);
  });

  it("with a policy bomb takes linear work", () => {
    const policies = Array.from({ length: 40 }, (_, n) => `1.3.6.1.4.1.99999.${n}`);
    const all = encodeExtension(
      certificatePolicies,
      policies.map((oid) => ({ oid, qualifiers: [] })),
      false,
    );
    const mapped = policies.flatMap((issuerDomain) =>
      policies.map((subjectDomain) => ({ issuerDomain, subjectDomain })),
    );
    const extensions = {
      certificatePolicies: all,
      policyMappings: encodeExtension(policyMappings, mapped, true),
      policyConstraints: encodeExtension(policyConstraints, { requireExplicitPolicy: 0 }, true),
    };
    const levels = [ca(anchor, { subject: "CN=Bomb 0", extensions })];
    for (let n = 1; n < 12; n++) levels.unshift(ca(levels[0] as Issued, { subject: `CN=Bomb ${n}`, extensions }));
    const end = leaf(levels[0], { extensions: { certificatePolicies: all } });
    expect(judge([end.der, ...ders(levels)]).findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
