import { OID, oidWords } from "../../asn1/oids.ts";
import { DerReader } from "../../asn1/reader.ts";
import { TAG } from "../../asn1/tag.ts";
import { bitString, nul, oid, sequence } from "../../asn1/writer.ts";
import { parseEncryptedPrivateKeyInfo } from "../../keys/encrypted-private-key-info.ts";
import { parseJwk } from "../../keys/jwk.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import { askPassphrase } from "../../keys/passphrase.ts";
import { PrivateKey } from "../../keys/private-key.ts";
import { PublicKey } from "../../keys/public-key.ts";
import { decryptTraditionalPem } from "../../keys/traditional-pem.ts";
import { parseAlgorithmIdentifier } from "../../x509/algorithm-identifier.ts";
import { FieldList } from "./field-list.ts";
import { addPublicKey } from "./key-fields.ts";
import type { Content, Found } from "./report.ts";

/** What of a private key may be shown: its public half. @throws PkiError ERR_KEY_MALFORMED */
export async function privateKeyContent({ bytes }: Found): Promise<Content> {
  const key = await PrivateKey.import(bytes);
  return keyContent("private key", key.publicKey);
}

/** Says how it is encrypted; with the passphrase also which key it is. @throws PkiError ERR_PASSPHRASE_WRONG */
export async function encryptedKeyContent(found: Found, passphrase: Passphrase | undefined): Promise<Content> {
  const list = new FieldList();
  list.add("encryption", () => encryptionWords(found));
  if (passphrase !== undefined) {
    const key = await decrypt(found, passphrase);
    addPublicKey(list, () => key.publicKey);
  }
  return { title: "encrypted private key", fields: list.fields, warnings: list.warnings };
}

/** @throws PkiError ERR_KEY_MALFORMED */
export function publicKeyContent({ bytes, encoding }: Found): Content {
  if (encoding === "JWK") return keyContent("public key", PublicKey.fromJwk(parseJwk(Buffer.from(bytes).toString())));
  const isPkcs1 = DerReader.of(bytes).sequence().peek() === TAG.integer;
  return keyContent("public key", PublicKey.fromSpki(isPkcs1 ? rsaSpki(bytes) : bytes));
}

function keyContent(title: string, key: PublicKey): Content {
  const list = new FieldList();
  addPublicKey(list, () => key);
  return { title, fields: list.fields, warnings: list.warnings };
}

async function decrypt({ block, bytes, encoding }: Found, passphrase: Passphrase): Promise<PrivateKey> {
  if (block === undefined || encoding !== "PEM" || block.headers["DEK-Info"] === undefined)
    return PrivateKey.import(bytes, passphrase);
  return PrivateKey.fromKeyObject(decryptTraditionalPem(block, await askPassphrase(passphrase, "private key")));
}

/** "AES-256-CBC, its key derived by scrypt". @throws PkiError ERR_DER */
function encryptionWords({ block, bytes }: Found): string {
  const traditional = block?.headers["DEK-Info"]?.split(",")[0];
  if (traditional !== undefined) return `${traditional}, its key derived by MD5 once: easy to guess at`;
  const { algorithm } = parseEncryptedPrivateKeyInfo(bytes);
  if (algorithm.oid !== OID.pbes2) return oidWords(algorithm.oid);
  const fields = DerReader.of(algorithm.parameters ?? new Uint8Array()).sequence("PBES2-params");
  const derivation = parseAlgorithmIdentifier(fields, "keyDerivationFunc");
  const scheme = parseAlgorithmIdentifier(fields, "encryptionScheme");
  return `${oidWords(scheme.oid)}, its key derived by ${oidWords(derivation.oid)}`;
}

/** SubjectPublicKeyInfo around an RSAPublicKey: RFC 3279 section 2.3.1. */
function rsaSpki(rsaPublicKey: Uint8Array): Uint8Array {
  return sequence(sequence(oid(OID.rsaEncryption), nul()), bitString(rsaPublicKey));
}
