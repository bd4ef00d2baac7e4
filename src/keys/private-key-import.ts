import { createPrivateKey, type KeyObject } from "node:crypto";
import { asBuffer } from "../asn1/bytes.ts";
import { PkiError } from "../errors/pki-error.ts";
import { looksLikePem, type PemBlock, parsePem } from "../x509/pem.ts";
import { parseEncryptedPrivateKeyInfo } from "./encrypted-private-key-info.ts";
import { readP256 } from "./generate-key.ts";
import { parseJwk, privateKeyObjectOfJwk } from "./jwk.ts";
import { askPassphrase, type Passphrase } from "./passphrase.ts";
import { decryptWithPassphrase } from "./password-encryption.ts";
import { privateKeyFormat } from "./private-key-format.ts";
import { decryptTraditionalPem, isTraditionallyEncrypted } from "./traditional-pem.ts";

/** The labels under which PEM files hold private keys: RFC 7468 sections 10 and 11, RFC 5915 section 4, and what OpenSSL writes. */
const keyLabels = new Set(["PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY"]);

/**
 * Reads a private key: PKCS#8, encrypted PKCS#8, SEC 1 or PKCS#1, as PEM or DER, or a JWK. In a PEM file the first one counts.
 * @throws PkiError ERR_KEY_MALFORMED, ERR_KEY_NOT_FOUND, ERR_PASSPHRASE_MISSING, ERR_PASSPHRASE_WRONG, ERR_ENCRYPTION_UNSUPPORTED, ERR_KDF_COST
 */
export async function importPrivateKey(
  input: string | Uint8Array,
  passphrase: Passphrase | undefined,
): Promise<KeyObject> {
  const bytes = typeof input === "string" ? Buffer.from(input, "utf8") : asBuffer(input);
  if (looksLikePem(bytes)) return importPem(findKey(parsePem(bytes)), passphrase);
  if (/^\s*\{/.test(bytes.toString("latin1", 0, 64))) return privateKeyObjectOfJwk(parseJwk(bytes.toString("utf8")));
  return importDer(bytes, passphrase);
}

function findKey(blocks: readonly PemBlock[]): PemBlock {
  const key = blocks.find(({ label }) => keyLabels.has(label));
  if (key !== undefined) return key;
  const found = [...new Set(blocks.map(({ label }) => label))].join(", ") || "text";
  throw new PkiError("ERR_KEY_NOT_FOUND", { found });
}

async function importPem(block: PemBlock, passphrase: Passphrase | undefined): Promise<KeyObject> {
  if (!isTraditionallyEncrypted(block)) return importDer(block.der, passphrase);
  return decryptTraditionalPem(block, await askPassphrase(passphrase, "private key"));
}

async function importDer(der: Uint8Array, passphrase: Passphrase | undefined): Promise<KeyObject> {
  const format = privateKeyFormat(der);
  if (format === undefined) throw malformed("it is neither PEM nor JWK nor the DER of a private key");
  if (format !== "encrypted-pkcs8") return importPlain(der, format);
  const { algorithm, ciphertext } = parseEncryptedPrivateKeyInfo(der);
  const secret = await askPassphrase(passphrase, "private key");
  const decrypted = await decryptWithPassphrase(algorithm, ciphertext, secret);
  // One wrong passphrase in 256 leaves the padding in order.
  if (privateKeyFormat(decrypted) !== "pkcs8") throw new PkiError("ERR_PASSPHRASE_WRONG");
  return importPlain(decrypted, "pkcs8");
}

// P-256 goes through JWK, which costs Node 20 half. The cause is left out: nothing of a private key may reach a log.
function importPlain(der: Uint8Array, type: "pkcs8" | "sec1" | "pkcs1"): KeyObject {
  const p256 = type === "pkcs8" ? readP256(der) : undefined;
  try {
    if (p256 !== undefined) return createPrivateKey({ key: p256, format: "jwk" });
    return createPrivateKey({ key: asBuffer(der), format: "der", type });
  } catch {
    throw malformed(`OpenSSL does not take it as ${type}`);
  }
}

function malformed(detail: string): PkiError {
  return new PkiError("ERR_KEY_MALFORMED", { what: "private key", detail });
}
