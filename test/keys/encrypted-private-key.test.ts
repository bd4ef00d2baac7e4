import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { integer, nul, octetString, sequence } from "../../src/asn1/writer.ts";
import { PBKDF2_ITERATIONS } from "../../src/keys/pbkdf2.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { encodeAlgorithmIdentifier } from "../../src/x509/algorithm-identifier.ts";
import { encodePem } from "../../src/x509/pem.ts";
import { openssl } from "./openssl.ts";

const passphrase = "correct horse bättery";
const key = PrivateKey.generate("ecdsa-p256");
const rsa = PrivateKey.generate("rsa-2048");

/** How openssl can be asked to encrypt. */
const encryptions: readonly (readonly [string, readonly string[]])[] = [
  ["its default", []],
  ["scrypt", ["-scrypt"]],
  ["a larger scrypt", ["-scrypt", "-scrypt_N", "32768", "-scrypt_r", "4", "-scrypt_p", "2"]],
  ["HMAC with SHA-1", ["-v2prf", "hmacWithSHA1"]],
  ["HMAC with SHA-224", ["-v2prf", "hmacWithSHA224"]],
  ["HMAC with SHA-256", ["-v2prf", "hmacWithSHA256"]],
  ["HMAC with SHA-384", ["-v2prf", "hmacWithSHA384"]],
  ["HMAC with SHA-512", ["-v2prf", "hmacWithSHA512"]],
  ["AES-128", ["-v2", "aes-128-cbc"]],
  ["AES-192", ["-v2", "aes-192-cbc"]],
  ["3DES", ["-v2", "des3"]],
  ["600,000 iterations", ["-iter", "600000"]],
  ["3DES of PKCS#12", ["-v1", "PBE-SHA1-3DES"]],
];

/** An EncryptedPrivateKeyInfo that asks for this key derivation. */
function encryptedBy(derivation: Uint8Array, ciphertext: Uint8Array = new Uint8Array(160)): Uint8Array {
  const scheme = encodeAlgorithmIdentifier(OID.aes256Cbc, octetString(new Uint8Array(16)));
  return sequence(encodeAlgorithmIdentifier(OID.pbes2, sequence(derivation, scheme)), octetString(ciphertext));
}

function pbkdf2(iterations: number, prf: string = OID.hmacWithSha256): Uint8Array {
  const parameters = sequence(
    octetString(new Uint8Array(8)),
    integer(iterations),
    encodeAlgorithmIdentifier(prf, nul()),
  );
  return encodeAlgorithmIdentifier(OID.pbkdf2, parameters);
}

function scrypt(...costs: readonly number[]): Uint8Array {
  const parameters = sequence(octetString(new Uint8Array(8)), ...costs.map((cost) => integer(cost)));
  return encodeAlgorithmIdentifier(OID.scrypt, parameters);
}

describe("an encrypted private key of ours", () => {
  it.each(["scrypt", "pbkdf2"] as const)("is opened by openssl, %s", async (kdf) => {
    const pem = await key.toEncryptedPem(passphrase, { kdf });
    expect(pem).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    const opened = openssl(["pkey", "-passin", `pass:${passphrase}`], pem).toString();
    expect(opened).toBe(key.toPem());
    expect((await PrivateKey.import(pem, passphrase)).matches(key.publicKey)).toBe(true);
  });

  it("names the work that it demands", async () => {
    const shown = (pem: string): string => openssl(["asn1parse"], pem).toString();
    expect(shown(await key.toEncryptedPem(passphrase))).toMatch(
      /scrypt[\s\S]*:4000\n[\s\S]*:08\n[\s\S]*:05\n[\s\S]*aes-256-cbc/,
    );
    const pbkdf2 = shown(await key.toEncryptedPem(passphrase, { kdf: "pbkdf2" }));
    expect(pbkdf2).toMatch(/PBKDF2[\s\S]*:0927C0\n[\s\S]*hmacWithSHA256[\s\S]*aes-256-cbc/);
    expect(PBKDF2_ITERATIONS).toBe(0x0927c0);
  });

  it("is different every time", async () => {
    expect(await key.toEncryptedPem(passphrase)).not.toBe(await key.toEncryptedPem(passphrase));
  });
});

describe("an encrypted private key of openssl", () => {
  it.each(encryptions)("is read: %s", async (_, options) => {
    const pem = openssl(["pkcs8", "-topk8", "-passout", `pass:${passphrase}`, ...options], key.toPem());
    expect((await PrivateKey.import(pem, passphrase)).matches(key.publicKey)).toBe(true);
    await expect(PrivateKey.import(pem, "wrong")).rejects.toMatchObject({ code: "ERR_PASSPHRASE_WRONG" });
  });

  it("is read: 40-bit RC2 of PKCS#12", async () => {
    const options = ["-v1", "PBE-SHA1-RC2-40", "-provider", "legacy", "-provider", "default"];
    const pem = openssl(["pkcs8", "-topk8", "-passout", `pass:${passphrase}`, ...options], key.toPem());
    expect((await PrivateKey.import(pem, passphrase)).matches(key.publicKey)).toBe(true);
  });

  it.each(["-aes128", "-aes256", "-des3"])("is read with the headers of RFC 1421: %s", async (cipher) => {
    const pem = openssl(["rsa", "-traditional", cipher, "-passout", `pass:${passphrase}`], rsa.toPem());
    expect(pem.toString()).toContain("Proc-Type: 4,ENCRYPTED");
    expect((await PrivateKey.import(pem, passphrase)).matches(rsa.publicKey)).toBe(true);
    await expect(PrivateKey.import(pem, "wrong")).rejects.toMatchObject({ code: "ERR_PASSPHRASE_WRONG" });
    await expect(PrivateKey.import(pem)).rejects.toMatchObject({ code: "ERR_PASSPHRASE_MISSING" });
  });

  it("says so when its encryption is too old", async () => {
    const des = rsa
      .toPem()
      .replace("KEY-----\n", "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,0011223344556677\n\n");
    const unsupported = { code: "ERR_ENCRYPTION_UNSUPPORTED", facts: { algorithm: "DES-CBC" } };
    await expect(PrivateKey.import(des, passphrase)).rejects.toMatchObject(unsupported);
  });
});

describe("the passphrase", () => {
  it("is asked for only when the key is encrypted", async () => {
    let asked = 0;
    const ask = async (): Promise<string> => {
      asked++;
      return passphrase;
    };
    await PrivateKey.import(key.toPem(), ask);
    expect(asked).toBe(0);
    await PrivateKey.import(await key.toEncryptedPem(passphrase), ask);
    expect(asked).toBe(1);
  });

  it("is missed with words, and never repeated", async () => {
    const pem = await key.toEncryptedPem(passphrase);
    await expect(PrivateKey.import(pem)).rejects.toMatchObject({
      code: "ERR_PASSPHRASE_MISSING",
      message: "the private key is encrypted, and no passphrase was given",
    });
    const error = await PrivateKey.import(pem, "my wrong secret").catch((caught: unknown) => caught);
    expect(JSON.stringify(error) + String(error)).not.toContain("my wrong secret");
  });

  it("that is wrong stays wrong when the padding happens to fit", async () => {
    const pem = openssl(["pkcs8", "-topk8", "-iter", "1", "-passout", `pass:${passphrase}`], key.toPem());
    const tries = Array.from({ length: 1000 }, (_, n) => PrivateKey.import(pem, `wrong ${n}`));
    for (const outcome of await Promise.allSettled(tries))
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "ERR_PASSPHRASE_WRONG" } });
  });
});

describe("a hostile file", () => {
  it.each([
    ["ten million iterations and one", pbkdf2(10_000_001), "ERR_KDF_COST"],
    ["iterations beyond 2^32", pbkdf2(2 ** 33), "ERR_KDF_COST"],
    ["no iterations", pbkdf2(0), "ERR_KEY_MALFORMED"],
    ["negative iterations", pbkdf2(-1), "ERR_KEY_MALFORMED"],
    ["512 MiB of scrypt", scrypt(2 ** 19, 8, 1), "ERR_KDF_COST"],
    ["endless scrypt", scrypt(2, 1, 2 ** 24), "ERR_KDF_COST"],
    ["scrypt with an N that is no power of two", scrypt(1000, 8, 1), "ERR_KEY_MALFORMED"],
    ["scrypt with N = 1", scrypt(1, 8, 1), "ERR_KEY_MALFORMED"],
    ["scrypt with r = 0", scrypt(1024, 0, 1), "ERR_KEY_MALFORMED"],
    ["scrypt with a negative p", scrypt(1024, 8, -1), "ERR_KEY_MALFORMED"],
    ["another key derivation", encodeAlgorithmIdentifier("1.2.3.4", sequence()), "ERR_ENCRYPTION_UNSUPPORTED"],
    ["another hash in PBKDF2", pbkdf2(1000, "1.2.3.4"), "ERR_ENCRYPTION_UNSUPPORTED"],
  ])("is refused at once: %s", async (_, derivation, code) => {
    const started = performance.now();
    const pem = encodePem("ENCRYPTED PRIVATE KEY", encryptedBy(derivation));
    await expect(PrivateKey.import(pem, passphrase)).rejects.toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("is refused when its initialization vector has a wrong length", async () => {
    const scheme = encodeAlgorithmIdentifier(OID.desEde3Cbc, octetString(new Uint8Array(16)));
    const algorithm = encodeAlgorithmIdentifier(OID.pbes2, sequence(pbkdf2(1000), scheme));
    const der = sequence(algorithm, octetString(new Uint8Array(16)));
    await expect(PrivateKey.import(der, passphrase)).rejects.toMatchObject({ code: "ERR_KEY_MALFORMED" });
  });

  it("costs what its limits allow, and no more", async () => {
    const largest = scrypt(2 ** 18, 8, 1);
    await expect(PrivateKey.import(encryptedBy(largest), passphrase)).rejects.toMatchObject({
      code: "ERR_PASSPHRASE_WRONG",
    });
  });
});
