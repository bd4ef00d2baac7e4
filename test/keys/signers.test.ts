import { webcrypto as nodeWebCrypto, verify } from "node:crypto";
import { Crypto as PeculiarCrypto } from "@peculiar/webcrypto";
import { describe, expect, it } from "vitest";
import { DerReader } from "../../src/asn1/reader.ts";
import { encodeEcdsaSignature } from "../../src/keys/ecdsa-signature.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import type { Signer } from "../../src/keys/signer.ts";
import { softwareSigner } from "../../src/keys/software-signer.ts";
import { verifySignature } from "../../src/keys/verify-signature.ts";
import { webCryptoSigner } from "../../src/keys/web-crypto-signer.ts";
import { parseAlgorithmIdentifier } from "../../src/x509/algorithm-identifier.ts";

const data = Buffer.from("to be signed");
const publicExponent = Uint8Array.of(1, 0, 1);

async function signsWell(signer: Signer): Promise<boolean> {
  const identifier = parseAlgorithmIdentifier(DerReader.of(signer.signatureAlgorithm.identifierDer));
  const signature = { bytes: await signer.sign(data), unusedBits: 0 };
  return verifySignature(identifier, signer.publicKey, data, signature) === "good";
}

function peculiarPair(algorithm: object): Promise<CryptoKeyPair> {
  return peculiar.subtle.generateKey(algorithm as EcKeyGenParams, false, ["sign", "verify"]);
}

const peculiar = new PeculiarCrypto();

describe("softwareSigner", () => {
  it("signs with the key's own algorithm, or with another that it has", () => {
    const key = PrivateKey.generate("rsa-2048");
    expect(softwareSigner(key).signatureAlgorithm.id).toBe("rsa-pkcs1-sha256");
    const signer = softwareSigner(key, "rsa-pss-sha384");
    expect(signer.signatureAlgorithm.id).toBe("rsa-pss-sha384");
    const pss = { key: key.publicKey.keyObject, padding: 6, saltLength: 48 };
    expect(verify("sha384", data, pss, signer.sign(data))).toBe(true);
  });

  it("refuses an algorithm of another kind of key, and says which there are", () => {
    const mismatch = { code: "ERR_SIGNATURE_ALGORITHM_MISMATCH", hint: expect.stringContaining("ecdsa-sha256") };
    const key = PrivateKey.generate("ecdsa-p256");
    expect(() => softwareSigner(key, "ed25519")).toThrowError(expect.objectContaining({ code: mismatch.code }));
    try {
      softwareSigner(key, "rsa-pkcs1-sha256");
    } catch (error) {
      expect(error).toMatchObject(mismatch);
    }
  });
});

describe("webCryptoSigner", () => {
  it.each([
    ["ecdsa-sha256", { name: "ECDSA", namedCurve: "P-256" }],
    ["ecdsa-sha384", { name: "ECDSA", namedCurve: "P-384" }],
    ["ecdsa-sha512", { name: "ECDSA", namedCurve: "P-521" }],
    ["ecdsa-sha256", { name: "ECDSA", namedCurve: "K-256" }],
    ["ecdsa-sha512", { name: "ECDSA", namedCurve: "brainpoolP512r1" }],
    ["ed25519", { name: "Ed25519" }],
    ["ed448", { name: "EdDSA", namedCurve: "Ed448" }],
    ["rsa-pkcs1-sha384", { name: "RSASSA-PKCS1-v1_5", hash: "SHA-384", modulusLength: 2048, publicExponent }],
    ["rsa-pss-sha256", { name: "RSA-PSS", hash: "SHA-256", modulusLength: 2048, publicExponent }],
  ])("makes %s with @peculiar/webcrypto and a key that cannot be exported", async (id, algorithm) => {
    const pair = await peculiarPair(algorithm);
    expect(pair.privateKey.extractable).toBe(false);
    const signer = await webCryptoSigner(peculiar, pair);
    expect(signer.signatureAlgorithm.id).toBe(id);
    expect(await signsWell(signer)).toBe(true);
  });

  it("works with Node's own provider", async () => {
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    const pair = (await nodeWebCrypto.subtle.generateKey(algorithm, false, ["sign", "verify"])) as CryptoKeyPair;
    expect(await signsWell(await webCryptoSigner(nodeWebCrypto as Crypto, pair))).toBe(true);
  });

  it("lets ECDSA choose its hash, and holds RSA to the one that WebCrypto bound", async () => {
    const ec = await peculiarPair({ name: "ECDSA", namedCurve: "P-256" });
    const signer = await webCryptoSigner(peculiar, ec, "ecdsa-sha512");
    expect(signer.signatureAlgorithm.id).toBe("ecdsa-sha512");
    expect(await signsWell(signer)).toBe(true);
    const rsa = await peculiarPair({ name: "RSA-PSS", hash: "SHA-256", modulusLength: 2048, publicExponent });
    await expect(webCryptoSigner(peculiar, rsa, "rsa-pss-sha384")).rejects.toMatchObject({
      code: "ERR_SIGNATURE_ALGORITHM_MISMATCH",
      hint: "it can sign with: rsa-pss-sha256",
    });
  });

  it("turns r and s into minimal integers, whatever octets they begin with", () => {
    const half = (first: number): number[] => [first, ...new Array<number>(31).fill(1)];
    for (const [first, length] of [
      [0x00, 31],
      [0x7f, 32],
      [0x80, 33],
    ] as const) {
      const fields = DerReader.of(encodeEcdsaSignature(Uint8Array.from([...half(first), ...half(first)]))).sequence();
      expect([fields.integerBytes().length, fields.integerBytes().length]).toEqual([length, length]);
      expect(fields.atEnd).toBe(true);
    }
  });
});
