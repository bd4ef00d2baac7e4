import { createPrivateKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PkiError } from "../../src/errors/pki-error.ts";
import { keyTypes } from "../../src/keys/algorithms.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { PublicKey } from "../../src/keys/public-key.ts";
import { softwareSigner } from "../../src/keys/software-signer.ts";
import { encodePem } from "../../src/x509/pem.ts";
import { openssl } from "./openssl.ts";

const data = Buffer.from("to be signed");
const p256 = PrivateKey.generate("ecdsa-p256");
const rsa = PrivateKey.generate("rsa-2048");

function refusal(input: string | Uint8Array, passphrase?: string): Promise<PkiError> {
  return PrivateKey.import(input, passphrase).then(
    () => expect.unreachable("it was taken"),
    (error: PkiError) => error,
  );
}

describe("PrivateKey.generate", () => {
  it.each(keyTypes.filter(({ bits }) => bits <= 2048))("makes $words as openssl checks it", ({ id }) => {
    const key = PrivateKey.generate(id);
    expect(key.publicKey.keyType?.id).toBe(id);
    expect(openssl(["pkey", "-check", "-pubout", "-outform", "DER"], key.toPem())).toBeInstanceOf(Buffer);
    expect(PrivateKey.fromKeyObject(createPrivateKey(key.toPem())).matches(key.publicKey)).toBe(true);
  });

  it("makes P-256 keys byte by byte as node:crypto writes them, also when the private value is short", () => {
    for (let n = 0; n < 600; n++) {
      const key = PrivateKey.generate("ecdsa-p256");
      expect(key.pkcs8Der.length).toBe(138);
      if (n > 20 && key.pkcs8Der[36] !== 0) continue;
      const theirs = createPrivateKey({ key: Buffer.from(key.pkcs8Der), format: "der", type: "pkcs8" });
      expect(theirs.export({ type: "pkcs8", format: "der" })).toEqual(Buffer.from(key.pkcs8Der));
      expect(PublicKey.fromSpki(key.publicKey.spkiDer).keyObject.asymmetricKeyType).toBe("ec");
    }
  });

  it("makes another key each time", () => {
    const identifiers = Array.from({ length: 50 }, () => PrivateKey.generate("ecdsa-p256").publicKey.keyIdentifierHex);
    expect(new Set(identifiers).size).toBe(50);
  });
});

describe("PrivateKey.import", () => {
  it.each([
    ["PKCS#8", ["pkey"]],
    ["SEC 1 or PKCS#1", ["pkey", "-traditional"]],
  ])("reads %s, as PEM, as PEM bytes and as DER", async (_, args) => {
    for (const key of [p256, rsa]) {
      const pem = openssl(args, key.toPem());
      for (const input of [pem.toString(), pem, openssl([...args, "-outform", "DER"], key.toPem())])
        expect((await PrivateKey.import(input)).matches(key.publicKey)).toBe(true);
    }
  });

  it("finds the key among other blocks and text", async () => {
    const parameters = openssl(["ecparam", "-name", "prime256v1"]).toString();
    const key = openssl(["pkey", "-traditional"], p256.toPem()).toString();
    expect((await PrivateKey.import(`a note\r\n${parameters}${key}`)).matches(p256.publicKey)).toBe(true);
  });

  it("reads and writes JWK", async () => {
    for (const id of ["ecdsa-p256", "ecdsa-p521", "ecdsa-secp256k1", "ed25519", "ed448", "rsa-2048"] as const) {
      const key = PrivateKey.generate(id);
      expect((await PrivateKey.import(JSON.stringify(key.toJwk(), null, 2))).matches(key.publicKey)).toBe(true);
      expect(PublicKey.fromJwk(key.publicKey.toJwk())).toBe(key.publicKey);
      expect(PublicKey.fromJwk(key.toJwk())).toBe(key.publicKey);
      expect(key.publicKey.toJwk()).not.toHaveProperty("d");
    }
    const brainpool = PrivateKey.generate("ecdsa-brainpool256");
    expect(() => brainpool.toJwk()).toThrowError(expect.objectContaining({ code: "ERR_KEY_NO_JWK" }));
  });

  it.each([
    ["nothing", "", "ERR_KEY_MALFORMED"],
    ["some text", "hello", "ERR_KEY_MALFORMED"],
    ["a certificate's label", encodePem("CERTIFICATE", Uint8Array.of(0x30, 0)), "ERR_KEY_NOT_FOUND"],
    ["an OpenSSH key", encodePem("OPENSSH PRIVATE KEY", Uint8Array.of(1)), "ERR_KEY_NOT_FOUND"],
    ["cut-off PEM", rsa.toPem().slice(0, 500), "ERR_PEM"],
    ["cut-off DER", rsa.pkcs8Der.subarray(0, 500), "ERR_KEY_MALFORMED"],
    ["a public key", rsa.publicKey.spkiDer, "ERR_KEY_MALFORMED"],
    ["a public JWK", JSON.stringify(rsa.publicKey.toJwk()), "ERR_KEY_MALFORMED"],
    ["a JWK of no kind", '{"d":"AAAA"}', "ERR_KEY_MALFORMED"],
    ["broken JSON", '{"kty":"EC","d":"c2VjcmV0', "ERR_KEY_MALFORMED"],
    ["DSA", dsaPem(), "ERR_KEY_UNSUPPORTED"],
    ["X25519", pemOf(generateKeyPairSync("x25519").privateKey), "ERR_KEY_UNSUPPORTED"],
    [
      "a curve outside the table",
      pemOf(generateKeyPairSync("ec", { namedCurve: "sect283k1" }).privateKey),
      "ERR_KEY_UNSUPPORTED",
    ],
  ])("refuses %s", async (_, input, code) => {
    const error = await refusal(input);
    expect(error).toBeInstanceOf(PkiError);
    expect(error.code).toBe(code);
  });

  it.each([p256, rsa])("refuses a key whose halves do not belong together", async (key) => {
    const other = PrivateKey.generate(key === p256 ? "ecdsa-p256" : "rsa-2048");
    const mixed = { ...key.toJwk(), ...other.publicKey.toJwk() };
    expect(await refusal(JSON.stringify(mixed))).toMatchObject({ code: "ERR_KEY_MALFORMED" });
    const der = Buffer.from(p256.pkcs8Der);
    der.set(PrivateKey.generate("ecdsa-p256").publicKey.subjectPublicKey, der.length - 65);
    expect(await refusal(der)).toMatchObject({ code: "ERR_KEY_MALFORMED" });
  });
});

it("answers any damage to a key file with an error of ours", async () => {
  const whole = [rsa.pkcs8Der, Buffer.from(rsa.toPem()), Buffer.from(JSON.stringify(rsa.toJwk())), p256.pkcs8Der];
  const damage = fc.tuple(fc.constantFrom(...whole), fc.nat(1700), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(damage, async ([original, at, value]) => {
      const damaged = Uint8Array.from(original);
      damaged[at % damaged.length] = value;
      const outcome: unknown = await PrivateKey.import(damaged).catch((error: unknown) => error);
      return outcome instanceof PrivateKey || outcome instanceof PkiError;
    }),
    { numRuns: 400 },
  );
});

describe("a private key", () => {
  it("signs through the KeyObject that it makes when it is needed", () => {
    const key = PrivateKey.generate("ecdsa-p256");
    expect(verify("sha256", data, key.publicKey.keyObject, softwareSigner(key).sign(data))).toBe(true);
    expect(verify("sha256", data, key.publicKey.keyObject, sign("sha256", data, key.keyObject))).toBe(true);
  });

  it("says which key a file needs when it is another", () => {
    const other = PrivateKey.generate("ecdsa-p256").publicKey;
    expect(p256.matches(p256.publicKey)).toBe(true);
    expect(p256.matches(rsa.publicKey)).toBe(false);
    expect(() => p256.assertMatches(p256.publicKey, "cert.pem")).not.toThrow();
    const facts = { file: "cert.pem", expected: other.keyIdentifierHex, found: p256.publicKey.keyIdentifierHex };
    expect(() => p256.assertMatches(other, "cert.pem")).toThrowError(
      expect.objectContaining({ code: "ERR_KEY_MISMATCH", facts }),
    );
  });

  it("shows nothing to those who print it", () => {
    for (const key of [p256, PrivateKey.fromKeyObject(p256.keyObject), softwareSigner(p256)]) {
      const shown = [
        inspect(key, { showHidden: true, depth: 10, getters: true }),
        JSON.stringify(key),
        String(key),
      ].join();
      for (const secret of secretsOf(p256)) expect(shown).not.toContain(secret);
    }
    expect({ ...p256 }).toEqual({});
  });

  it("shows nothing in errors either", async () => {
    const damagedJwk = JSON.stringify({ ...p256.toJwk(), x: "AA" });
    const damagedDer = Uint8Array.from(p256.pkcs8Der, (octet, at) => (at === 10 ? octet ^ 1 : octet));
    for (const input of [damagedJwk, damagedJwk.slice(0, -5), damagedDer, encodePem("PRIVATE KEY", damagedDer)]) {
      const shown = inspect(await refusal(input), { showHidden: true, depth: 10 });
      for (const secret of secretsOf(p256)) expect(shown).not.toContain(secret);
    }
  });
});

/** Eight octets of the private value, as they may be printed. */
function secretsOf(key: PrivateKey): readonly string[] {
  const value = Buffer.from(key.toJwk().d ?? "", "base64url").subarray(8, 16);
  return [
    value.toString("hex"),
    value.toString("hex").replace(/..(?!$)/g, "$& "),
    [...value].join(", "),
    (key.toJwk().d ?? "").slice(4, 20),
  ];
}

function pemOf(key: KeyObject): string {
  return key.export({ type: "pkcs8", format: "pem" }).toString();
}

function dsaPem(): string {
  return pemOf(generateKeyPairSync("dsa", { modulusLength: 1024, divisorLength: 160 }).privateKey);
}
