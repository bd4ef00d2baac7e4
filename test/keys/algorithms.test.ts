import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { issuableKeyTypes, keyType, keyTypes, rsaStrength, strengthWords } from "../../src/keys/algorithms.ts";
import { PublicKey } from "../../src/keys/public-key.ts";
import { signatureAlgorithm } from "../../src/keys/signature-algorithms.ts";

/** NIST SP 800-56B revision 2 appendix D: the strength of a modulus, to the nearest multiple of 8. */
function estimatedStrength(bits: number): number {
  const x = bits * Math.LN2;
  return Math.round((1.923 * Math.cbrt(x * Math.log(x) ** 2) - 4.69) / Math.LN2 / 8) * 8;
}

describe("key types", () => {
  it("offers what the command line promises", () => {
    const promised = ["ecdsa-p256", "ecdsa-p384", "ed25519", "rsa-2048", "rsa-3072", "rsa-4096"];
    expect(issuableKeyTypes).toEqual(expect.arrayContaining(promised));
    expect(issuableKeyTypes.every((id) => keyType(id).issuable)).toBe(true);
  });

  it("refuses a name that is none, and says which there are", () => {
    expect(() => keyType("rsa-2047")).toThrowError(expect.objectContaining({ code: "ERR_KEY_TYPE_UNKNOWN" }));
    expect(() => keyType("__proto__")).toThrowError(expect.objectContaining({ code: "ERR_KEY_TYPE_UNKNOWN" }));
    try {
      keyType("dsa");
    } catch (error) {
      expect(error).toMatchObject({ hint: expect.stringContaining("ecdsa-p256") });
    }
  });

  it.each(keyTypes.filter(({ kind }) => kind === "rsa"))(
    "rates $words as NIST's formula does",
    ({ bits, strength }) => {
      expect(Math.abs(strength - estimatedStrength(bits))).toBeLessThanOrEqual(8);
    },
  );

  it.each(keyTypes.filter(({ kind }) => kind === "ec"))("rates $words at half its field", ({ bits, strength }) => {
    expect(strength).toBe(bits === 521 ? 256 : bits / 2);
  });

  it("rates a modulus between two rows as the smaller one", () => {
    expect([511, 1023, 2047, 2048, 3000, 16_384].map(rsaStrength)).toEqual([0, 72, 96, 112, 112, 200]);
  });

  it("has a word for every strength", () => {
    expect([56, 80, 112, 128].map(strengthWords)).toEqual([
      "broken: such keys have been computed",
      "weak: disallowed since 2014",
      "acceptable until 2030",
      "strong",
    ]);
  });

  it.each(keyTypes.filter(({ curve }) => curve))(
    "knows the curve of $words as node:crypto does",
    ({ id, curve, bits }) => {
      const { publicKey } = generateKeyPairSync("ec", { namedCurve: curve?.name ?? "" });
      const key = PublicKey.fromKeyObject(createPublicKey(publicKey.export({ type: "spki", format: "pem" })));
      expect(key.keyType?.id).toBe(id);
      expect(key.bits).toBe(bits);
    },
  );

  it.each(keyTypes)("signs with an algorithm of its own kind: $id", ({ kind, signsWith }) => {
    expect(signatureAlgorithm(signsWith).keyKinds).toContain(kind);
  });
});
