import { describe, expect, it } from "vitest";
import { decryptRc2Cbc } from "../../src/keys/rc2.ts";
import { openssl } from "./openssl.ts";

describe("RC2", () => {
  // RFC 2268 section 5.
  it.each([
    ["ffffffffffffffff", "278b27e42e2f0d49", "ffffffffffffffff"],
    ["3000000000000000", "30649edf9be7d2c2", "1000000000000001"],
  ])("decrypts the vector of key %s", (key, ciphertext, plaintext) => {
    const [k, c] = [Buffer.from(key, "hex"), Buffer.from(ciphertext, "hex")];
    expect(Buffer.from(decryptRc2Cbc(k, new Uint8Array(8), c)).toString("hex")).toBe(plaintext);
  });

  it.each([
    ["rc2-40-cbc", 5],
    ["rc2-cbc", 16],
  ])("decrypts what openssl encrypted, %s", (cipher, keyBytes) => {
    const [key, iv, message] = [
      Buffer.alloc(keyBytes, "key"),
      Buffer.alloc(8, "iv"),
      Buffer.alloc(800, "a longer message "),
    ];
    const secrets = ["-K", key.toString("hex"), "-iv", iv.toString("hex"), "-nopad"];
    const ciphertext = openssl(
      ["enc", `-${cipher}`, ...secrets, "-provider", "legacy", "-provider", "default"],
      message,
    );
    expect(Buffer.from(decryptRc2Cbc(key, iv, ciphertext))).toEqual(message);
  });
});
