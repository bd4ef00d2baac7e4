import { PkiError } from "../errors/pki-error.ts";
import { askPassphrase, type Passphrase } from "../keys/passphrase.ts";
import { PrivateKey } from "../keys/private-key.ts";
import { PublicKey } from "../keys/public-key.ts";
import type { AuthorityRecord } from "../store/authority-record.ts";
import type { Store } from "../store/store.ts";
import type { Certificate } from "../x509/certificate.ts";

/**
 * The private key of an authority, as the store has it.
 * @throws PkiError ERR_CA_KEY_OFFLINE, ERR_CA_KEY_MISSING
 */
export async function storedKeyPem(store: Store, { id, name, keyAt }: AuthorityRecord): Promise<string> {
  if (keyAt === "offline") throw new PkiError("ERR_CA_KEY_OFFLINE", { ca: name });
  const keyPem = await store.authorityKeyPem(id);
  if (keyPem === undefined) throw new PkiError("ERR_CA_KEY_MISSING", { ca: name });
  return keyPem;
}

/** Reads a private key that must belong to this certificate. @throws PkiError ERR_CA_KEY_MISMATCH, and those of an unreadable key */
export async function readAuthorityKey(
  keyPem: string,
  ca: string,
  certificate: Certificate,
  passphrase: Passphrase | undefined,
): Promise<PrivateKey> {
  const key = await PrivateKey.import(keyPem, passphrase);
  const expected = PublicKey.fromSpki(certificate.spkiDer);
  if (key.matches(expected)) return key;
  throw keyMismatch(ca, key, expected);
}

/** An ERR_CA_KEY_MISMATCH with its facts. */
export function keyMismatch(ca: string, key: PrivateKey, expected: PublicKey): PkiError {
  const found = key.publicKey.keyIdentifierHex;
  return new PkiError("ERR_CA_KEY_MISMATCH", { ca, expected: expected.keyIdentifierHex, found });
}

/** The PEM text of a private key, encrypted when there is a passphrase. */
export async function keyToPem(key: PrivateKey, passphrase: Passphrase | undefined): Promise<string> {
  if (passphrase === undefined) return key.toPem();
  return key.toEncryptedPem(await askPassphrase(passphrase, "private key"));
}

/** The passphrase of a new key, asked for before anything is made: without an answer nothing is. */
export async function askBeforehand(passphrase: Passphrase | undefined): Promise<string | undefined> {
  return passphrase === undefined ? undefined : askPassphrase(passphrase, "private key");
}
