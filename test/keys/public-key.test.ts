import { createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { bitString, integer, nul, octetString, oid, sequence } from "../../src/asn1/writer.ts";
import { isPkiError } from "../../src/errors/pki-error.ts";
import { keyTypes } from "../../src/keys/algorithms.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { PublicKey } from "../../src/keys/public-key.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { openssl, pssKey, publicOf, scratchFolder } from "./openssl.ts";

const folder = scratchFolder();

function spki(algorithm: Uint8Array, key: Uint8Array, unusedBits = 0): Uint8Array {
  return sequence(algorithm, bitString(key, unusedBits));
}

function spkiOf({ publicKey }: { readonly publicKey: KeyObject }): Uint8Array {
  return publicKey.export({ type: "spki", format: "der" });
}

const p256 = sequence(oid(OID.ecPublicKey), oid(OID.secp256r1));
const rsa = sequence(oid(OID.rsaEncryption), nul());
const ed25519 = sequence(oid(OID.ed25519));
const point = PrivateKey.generate("ecdsa-p256").publicKey.subjectPublicKey;
const modulus = (1n << 1023n) + 1n;

describe("PublicKey", () => {
  it.each(keyTypes.filter(({ bits }) => bits <= 2048))("imports $words as node:crypto does", ({ id, bits, kind }) => {
    const { spkiDer } = PrivateKey.generate(id).publicKey;
    const key = PublicKey.fromSpki(spkiDer);
    const theirs = createPublicKey({ key: Buffer.from(spkiDer), format: "der", type: "spki" });
    expect(key.keyObject.equals(theirs)).toBe(true);
    expect(key).toMatchObject({ kind, bits, words: key.keyType?.words, strength: key.keyType?.strength });
  });

  it("reads every key of the roots that Node trusts", () => {
    for (const pem of rootCertificates) {
      const theirs = new X509Certificate(pem).publicKey;
      const ours = PublicKey.fromSpki(Certificate.parse(new X509Certificate(pem).raw).spkiDer);
      expect(ours.keyObject.equals(theirs)).toBe(true);
      expect(ours.bits).toBeGreaterThanOrEqual(256);
    }
  });

  it("knows X25519 and X448, which do not sign", () => {
    expect(PublicKey.fromSpki(spkiOf(generateKeyPairSync("x25519")))).toMatchObject({
      kind: "x25519",
      keyType: undefined,
      words: "X25519",
    });
    expect(PublicKey.fromSpki(spkiOf(generateKeyPairSync("x448"))).keyObject.asymmetricKeyType).toBe("x448");
  });

  it("gives a modulus of unusual size its words, and no row of the table", () => {
    const key = PublicKey.fromSpki(spkiOf(generateKeyPairSync("rsa", { modulusLength: 1100 })));
    expect(key).toMatchObject({ kind: "rsa", keyType: undefined, bits: 1100, words: "RSA 1100", strength: 80 });
  });

  it("reads id-RSASSA-PSS keys, bound and free", () => {
    const free = PublicKey.fromSpki(publicOf(pssKey(1024)));
    expect(free).toMatchObject({ kind: "rsa-pss", words: "RSA-PSS 1024", strength: 80, pssParameters: undefined });
    expect(free.keyObject.asymmetricKeyType).toBe("rsa-pss");
    const pssParameters = { hash: "sha256", mgf1Hash: "sha256", saltLength: 32, trailerField: 1 };
    expect(PublicKey.fromSpki(publicOf(pssKey(1024, "sha256", 32)))).toMatchObject({ kind: "rsa-pss", pssParameters });
  });

  it("takes a compressed point, and knows it for the same key", () => {
    const pem = PrivateKey.generate("ecdsa-p256").toPem();
    const plain = publicOf(pem);
    const short = publicOf(pem, "-ec_conv_form", "compressed");
    expect(short.length).toBeLessThan(plain.length);
    expect(PublicKey.fromSpki(short).equals(PublicKey.fromSpki(plain))).toBe(true);
    expect(PublicKey.fromSpki(short).equals(PublicKey.fromSpki(spki(p256, point)))).toBe(false);
  });

  it("tells explicit curve parameters, and does not use them", () => {
    const args = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt", "ec_param_enc:explicit"];
    const der = publicOf(openssl(["genpkey", ...args]));
    const key = PublicKey.fromSpki(der);
    expect(key).toMatchObject({ kind: "ec", explicitCurve: true, keyType: undefined, bits: undefined });
    expect(() => key.keyObject).toThrowError(expect.objectContaining({ code: "ERR_KEY_UNSUPPORTED" }));
  });

  it("knows DSA, with and without the parameters of its issuer", () => {
    const bare = sequence(sequence(oid(OID.dsa)), bitString(integer(5)));
    const whole = PublicKey.fromSpki(spkiOf(generateKeyPairSync("dsa", { modulusLength: 1024, divisorLength: 160 })));
    expect(whole).toMatchObject({
      kind: "dsa",
      keyType: undefined,
      bits: 1024,
      words: "DSA 1024",
      strength: undefined,
    });
    expect(PublicKey.fromSpki(bare)).toMatchObject({ kind: "dsa", bits: undefined, words: "DSA" });
  });

  it("names what it does not support", () => {
    const unknown = PublicKey.fromSpki(spki(sequence(oid("1.2.3.4")), Uint8Array.of(1)));
    const curve = PublicKey.fromSpki(spkiOf(generateKeyPairSync("ec", { namedCurve: "sect283k1" })));
    expect([unknown, curve].map(({ kind }) => kind)).toEqual([undefined, "ec"]);
    expect([unknown, curve].map(({ words }) => words)).toEqual(["1.2.3.4", "elliptic curve 1.3.132.0.16"]);
    for (const key of [unknown, curve])
      expect(() => key.keyObject).toThrowError(expect.objectContaining({ code: "ERR_KEY_UNSUPPORTED" }));
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["something after it", Buffer.concat([spki(p256, point), Uint8Array.of(0)])],
    ["a key that is not whole octets", spki(p256, Uint8Array.of(4, 0), 1)],
    ["RSA without its NULL", spki(sequence(oid(OID.rsaEncryption)), sequence(integer(modulus), integer(3)))],
    ["RSA with a negative modulus", spki(rsa, sequence(integer(-modulus), integer(3)))],
    ["RSA with an even modulus", spki(rsa, sequence(integer(modulus + 1n), integer(3)))],
    ["RSA with a modulus beyond 16,384 bits", spki(rsa, sequence(integer((1n << 16_384n) + 1n), integer(3)))],
    ["RSA with the exponent 1", spki(rsa, sequence(integer(modulus), integer(1)))],
    ["RSA with an even exponent", spki(rsa, sequence(integer(modulus), integer(65_536)))],
    ["RSA with a third number", spki(rsa, sequence(integer(modulus), integer(3), integer(3)))],
    ["RSA with octets after the key", spki(rsa, Buffer.concat([sequence(integer(modulus), integer(3)), nul()]))],
    ["a curve that is not named", spki(sequence(oid(OID.ecPublicKey), nul()), point)],
    ["no curve", spki(sequence(oid(OID.ecPublicKey)), point)],
    ["a point that is too short", spki(p256, point.subarray(1))],
    ["the point at infinity", spki(p256, Uint8Array.of(0))],
    [
      "a hybrid point",
      spki(
        p256,
        Uint8Array.from(point, (octet, at) => (at === 0 ? 6 : octet)),
      ),
    ],
    ["Ed25519 with parameters", spki(sequence(oid(OID.ed25519), nul()), new Uint8Array(32))],
    ["Ed25519 with 33 octets", spki(ed25519, new Uint8Array(33))],
    ["a key that is an OCTET STRING", sequence(p256, octetString(point))],
  ])("refuses %s", (_, der) => {
    expect(() => PublicKey.fromSpki(der)).toThrowError(expect.objectContaining({ code: "ERR_KEY_MALFORMED" }));
  });

  it("finds a point off its curve when the key is used", () => {
    const off = Uint8Array.from(point, (octet, at) => (at === 64 ? octet ^ 1 : octet));
    const key = PublicKey.fromSpki(spki(p256, off));
    expect(() => key.keyObject).toThrowError(expect.objectContaining({ code: "ERR_KEY_MALFORMED" }));
  });

  it("answers any damage with an error of ours", () => {
    const originals = [
      spki(p256, point),
      spkiOf(generateKeyPairSync("rsa", { modulusLength: 512 })),
      spkiOf(generateKeyPairSync("ed25519")),
    ];
    const damage = fc.tuple(fc.constantFrom(...originals), fc.nat(200), fc.nat(255));
    fc.assert(
      fc.property(damage, ([original, at, value]) => {
        const damaged = Uint8Array.from(original);
        damaged[at % damaged.length] = value;
        try {
          return PublicKey.fromSpki(damaged).keyObject !== undefined;
        } catch (error) {
          return isPkiError(error);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the key identifier", () => {
  it("is what openssl writes into a certificate", () => {
    const key = PrivateKey.generate("ecdsa-p384");
    const file = folder.write("key.pem", key.toPem());
    const args = [
      "req",
      "-x509",
      "-key",
      file,
      "-subj",
      "/CN=x",
      "-outform",
      "DER",
      "-addext",
      "subjectKeyIdentifier=hash",
    ];
    const { subjectKeyIdentifier } = Certificate.parse(openssl(args));
    expect(Buffer.from(key.publicKey.keyIdentifier)).toEqual(Buffer.from(subjectKeyIdentifier?.value ?? []));
    expect(key.publicKey.keyIdentifierHex).toMatch(/^[0-9a-f]{40}$/);
  });
});

describe("the cache", () => {
  it("gives the same object for the same octets", () => {
    const { spkiDer } = PrivateKey.generate("ed25519").publicKey;
    expect(PublicKey.fromSpki(Uint8Array.from(spkiDer))).toBe(PublicKey.fromSpki(spkiDer));
  });

  it("keeps its own copy", () => {
    const source = spki(ed25519, new Uint8Array(32));
    const key = PublicKey.fromSpki(source);
    source.fill(0);
    expect(key.spkiDer).toEqual(spki(ed25519, new Uint8Array(32)));
  });

  it("forgets what was not asked for among 1,000 others", () => {
    const numbered = (n: number): Uint8Array => spki(ed25519, Buffer.alloc(32, `key ${n}.`));
    const [used, unused] = [PublicKey.fromSpki(numbered(-1)), PublicKey.fromSpki(numbered(-2))];
    for (let n = 0; n < 1000; n++) {
      PublicKey.fromSpki(numbered(n));
      PublicKey.fromSpki(numbered(-1));
    }
    expect(PublicKey.fromSpki(numbered(-1))).toBe(used);
    expect(PublicKey.fromSpki(numbered(-2))).not.toBe(unused);
  });
});
