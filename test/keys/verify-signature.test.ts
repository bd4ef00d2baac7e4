import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { DerReader } from "../../src/asn1/reader.ts";
import { bitString, integer, nul, oid, sequence } from "../../src/asn1/writer.ts";
import { type KeyTypeId, keyTypes } from "../../src/keys/algorithms.ts";
import { suitsKey } from "../../src/keys/choose-signature-algorithm.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { PublicKey } from "../../src/keys/public-key.ts";
import {
  type SignatureAlgorithmId,
  signatureAlgorithm,
  signatureAlgorithms,
} from "../../src/keys/signature-algorithms.ts";
import { softwareSigner } from "../../src/keys/software-signer.ts";
import { type SignatureVerdict, verifySignature } from "../../src/keys/verify-signature.ts";
import {
  type AlgorithmIdentifier,
  encodeAlgorithmIdentifier,
  parseAlgorithmIdentifier,
} from "../../src/x509/algorithm-identifier.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { openssl, pssKey, scratchFolder } from "./openssl.ts";

const folder = scratchFolder();
const data = Buffer.from("to be signed");
const keys = new Map<KeyTypeId, PrivateKey>();

function keyOf(id: KeyTypeId): PrivateKey {
  const key = keys.get(id) ?? PrivateKey.generate(id);
  keys.set(id, key);
  return key;
}

function identifier(id: SignatureAlgorithmId): AlgorithmIdentifier {
  return parseAlgorithmIdentifier(DerReader.of(signatureAlgorithm(id).identifierDer));
}

function judge(id: SignatureAlgorithmId, key: PublicKey, bytes: Uint8Array, unusedBits = 0): SignatureVerdict {
  return verifySignature(identifier(id), key, data, { bytes, unusedBits });
}

function selfSigned(key: string, ...options: string[]): Certificate {
  return Certificate.parse(openssl(["req", "-x509", "-key", key, "-subj", "/CN=x", "-outform", "DER", ...options]));
}

function verdict(certificate: Certificate): SignatureVerdict {
  const { signatureAlgorithm: algorithm, spkiDer, tbsDer, signature } = certificate;
  return verifySignature(algorithm, PublicKey.fromSpki(spkiDer), tbsDer, signature);
}

describe("verifySignature", () => {
  const pairs = keyTypes
    .filter(({ bits }) => bits <= 2048)
    .flatMap(({ id }) => signatureAlgorithms.map((algorithm) => ({ id, algorithm, key: keyOf(id).publicKey })))
    .filter(({ algorithm, key }) => suitsKey(algorithm, key))
    // A long digest, its wrapping and its salt do not fit into a small modulus.
    .filter(({ key, algorithm }) => key.bits !== 512 || ["md5", "sha1"].includes(algorithm.hash ?? ""))
    .filter(({ key, algorithm }) => algorithm.scheme !== "rsa-pss" || key.bits === 2048);

  it.each(pairs)("checks $algorithm.id by $id", ({ id, algorithm, key }) => {
    const signature = softwareSigner(keyOf(id), algorithm.id).sign(data);
    expect(judge(algorithm.id, key, signature)).toBe("good");
    expect(
      judge(
        algorithm.id,
        key,
        Uint8Array.from(signature, (octet, at) => (at === 20 ? octet ^ 1 : octet)),
      ),
    ).toBe("bad");
    expect(judge(algorithm.id, key, signature, 1)).toBe("bad");
    expect(judge(algorithm.id, key, new Uint8Array())).toBe("bad");
  });

  it("agrees with openssl on certificates that openssl signed", () => {
    const rsa = folder.write("rsa.key", keyOf("rsa-2048").toPem());
    const ec = folder.write("ec.key", keyOf("ecdsa-p384").toPem());
    for (const hash of ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"])
      expect(verdict(selfSigned(rsa, `-${hash}`))).toBe("good");
    for (const hash of ["sha1", "sha224", "sha256", "sha384", "sha512"])
      expect(verdict(selfSigned(ec, `-${hash}`))).toBe("good");
  });

  it.each(["digest", "max", "0", "20"])("takes the RSA-PSS salt length %s of openssl", (saltLength) => {
    const key = folder.write("pss.key", keyOf("rsa-2048").toPem());
    const options = ["rsa_padding_mode:pss", `rsa_pss_saltlen:${saltLength}`].flatMap((option) => ["-sigopt", option]);
    const certificate = selfSigned(key, "-sha256", ...options);
    expect(certificate.signatureAlgorithm.oid).toBe(OID.rsassaPss);
    expect(verdict(certificate)).toBe("good");
  });

  it("reads its salt length from the parameters and not from the signature", () => {
    const salted = sign("sha256", data, { key: keyOf("rsa-2048").keyObject, padding: 6, saltLength: 20 });
    expect(judge("rsa-pss-sha256", keyOf("rsa-2048").publicKey, salted)).toBe("bad");
  });

  it("holds an id-RSASSA-PSS key to what its parameters allow", async () => {
    const key = await PrivateKey.import(pssKey(2048, "sha256", 32));
    const signer = softwareSigner(key);
    expect(signer.signatureAlgorithm.id).toBe("rsa-pss-sha256");
    const signature = signer.sign(data);
    expect(judge("rsa-pss-sha256", key.publicKey, signature)).toBe("good");
    expect(judge("rsa-pss-sha384", key.publicKey, signature)).toBe("wrong-key-type");
    expect(judge("rsa-pkcs1-sha256", key.publicKey, signature)).toBe("wrong-key-type");
  });

  it("checks DSA, which nobody makes any more", () => {
    const { privateKey, publicKey } = generateKeyPairSync("dsa", { modulusLength: 1024, divisorLength: 160 });
    const key = PublicKey.fromKeyObject(publicKey);
    const signature = sign("sha1", data, privateKey);
    expect(judge("dsa-sha1", key, signature)).toBe("good");
    expect(judge("dsa-sha256", key, signature)).toBe("bad");
    expect(judge("dsa-sha1", keyOf("ecdsa-p256").publicKey, signature)).toBe("wrong-key-type");
  });

  it("tells a key of another kind from a bad signature", () => {
    const signature = softwareSigner(keyOf("rsa-2048")).sign(data);
    expect(judge("rsa-pkcs1-sha256", keyOf("ecdsa-p256").publicKey, signature)).toBe("wrong-key-type");
    expect(judge("ecdsa-sha256", keyOf("rsa-2048").publicKey, signature)).toBe("wrong-key-type");
    expect(judge("ed25519", keyOf("ed448").publicKey, signature)).toBe("wrong-key-type");
  });

  it("does not check what it does not know", () => {
    const { publicKey } = keyOf("ecdsa-p256");
    const unknown = parseAlgorithmIdentifier(DerReader.of(encodeAlgorithmIdentifier("1.2.3.4")));
    const withNull = parseAlgorithmIdentifier(DerReader.of(encodeAlgorithmIdentifier(OID.ecdsaWithSha256, nul())));
    const signature = { bytes: softwareSigner(keyOf("ecdsa-p256")).sign(data), unusedBits: 0 };
    expect(verifySignature(unknown, publicKey, data, signature)).toBe("unsupported");
    expect(verifySignature(withNull, publicKey, data, signature)).toBe("unsupported");
    const curve = generateKeyPairSync("ec", { namedCurve: "sect283k1" }).publicKey;
    expect(judge("ecdsa-sha256", PublicKey.fromKeyObject(curve), signature.bytes)).toBe("unsupported");
  });

  it("says that a key is malformed when its point is off the curve", () => {
    const { subjectPublicKey } = keyOf("ecdsa-p256").publicKey;
    const off = Uint8Array.from(subjectPublicKey, (octet, at) => (at === 64 ? octet ^ 1 : octet));
    const key = PublicKey.fromSpki(sequence(sequence(oid(OID.ecPublicKey), oid(OID.secp256r1)), bitString(off)));
    expect(judge("ecdsa-sha256", key, Uint8Array.of(0))).toBe("malformed-key");
  });
});

describe("an ECDSA signature", () => {
  const { publicKey } = keyOf("ecdsa-p256");
  const signature = softwareSigner(keyOf("ecdsa-p256")).sign(data);
  const fields = DerReader.of(signature).sequence();
  const r = fields.integerBytes();
  const s = fields.integerBytes();
  const raw = (content: Uint8Array): Uint8Array => Buffer.from([2, content.length, ...content]);
  const padded = (content: Uint8Array): Uint8Array => Buffer.from([0, ...content]);

  it.each([
    ["octets after it", Buffer.concat([signature, Uint8Array.of(0)])],
    ["a length of two octets", Buffer.concat([Uint8Array.of(0x30, 0x81), signature.subarray(1)])],
    ["an integer with a needless zero", sequence(raw(padded(r)), raw(s))],
    ["a third integer", sequence(raw(r), raw(s), integer(0))],
    ["the raw form of WebCrypto", Buffer.concat([r.slice(-32), s.slice(-32)])],
    ["r = 0", sequence(integer(0), raw(s))],
    ["r = s = 0", sequence(integer(0), integer(0))],
  ])("with %s is bad", (_, damaged) => {
    expect(judge("ecdsa-sha256", publicKey, signature)).toBe("good");
    expect(judge("ecdsa-sha256", publicKey, damaged)).toBe("bad");
  });

  it("is bad whatever octets it is made of, and never an exception", () => {
    const ids: KeyTypeId[] = ["ecdsa-p256", "ed25519", "rsa-1024"];
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.uint8Array({ maxLength: 200 }), (id, bytes) => {
        const key = keyOf(id).publicKey;
        const fitting = signatureAlgorithms.filter((algorithm) => suitsKey(algorithm, key));
        return fitting.every((algorithm) => judge(algorithm.id, key, bytes) === "bad");
      }),
    );
  });
});
