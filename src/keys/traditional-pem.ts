import { createPrivateKey, type KeyObject } from "node:crypto";
import { PkiError } from "../errors/pki-error.ts";
import { encodePem, type PemBlock } from "../x509/pem.ts";

/** What OpenSSL still decrypts without its legacy provider. */
const ciphers = new Set(["AES-128-CBC", "AES-192-CBC", "AES-256-CBC", "DES-EDE3-CBC"]);

/** True for a PEM block encrypted by the headers of RFC 1421 section 4.6, as `openssl rsa -aes256 -traditional` writes them. */
export function isTraditionallyEncrypted({ headers }: PemBlock): boolean {
  return headers["Proc-Type"]?.replace(/\s/g, "") === "4,ENCRYPTED";
}

/** @throws PkiError ERR_ENCRYPTION_UNSUPPORTED, ERR_PASSPHRASE_WRONG */
export function decryptTraditionalPem({ label, headers, der }: PemBlock, passphrase: string): KeyObject {
  const [cipher = "none", iv = ""] = (headers["DEK-Info"] ?? "").toUpperCase().split(",");
  if (!ciphers.has(cipher) || !/^[0-9A-F]+$/.test(iv))
    throw new PkiError("ERR_ENCRYPTION_UNSUPPORTED", { algorithm: cipher.slice(0, 80) });
  const encryption = `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher},${iv}\n\n`;
  try {
    return createPrivateKey({ key: encodePem(label, der).replace("\n", `\n${encryption}`), passphrase });
  } catch {
    throw new PkiError("ERR_PASSPHRASE_WRONG");
  }
}
