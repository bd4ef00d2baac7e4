import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Passphrase } from "../keys/passphrase.ts";
import { authorityChain } from "./authority-chain.ts";
import { keyToPem, readAuthorityKey, storedKeyPem } from "./authority-key.ts";
import { chooseAuthority, requireAuthorities } from "./choose-authority.ts";
import type { CaContext } from "./context.ts";
import { deliver } from "./deliver.ts";

export interface TakeKeyOfflineOptions {
  /** Opens the key in the store, when it is encrypted there. */
  readonly passphrase?: Passphrase | undefined;
  /** Protects the file; the passphrase of the store unless told. */
  readonly filePassphrase?: Passphrase | undefined;
}

/**
 * Moves the private key of an authority to offline media: writes it and the certificate to a folder there, reads the key back from the
 * file, and only then deletes it from the store. Answers the files.
 * @throws PkiError ERR_CA_NONE, ERR_CA_UNKNOWN, ERR_CA_KEY_OFFLINE, ERR_CA_KEY_MISSING, ERR_CA_KEY_MISMATCH, ERR_FILE_EXISTS, ERR_DELIVERY_FOLDER
 */
export async function takeKeyOffline(
  { store }: CaContext,
  name: string,
  directory: string,
  { passphrase, filePassphrase = passphrase }: TakeKeyOfflineOptions = {},
): Promise<readonly string[]> {
  const authorities = await requireAuthorities(store);
  const record = chooseAuthority(authorities, name);
  const { certificate } = authorityChain(record, authorities);
  const key = await readAuthorityKey(await storedKeyPem(store, record), record.name, certificate, passphrase);
  const keyFile = `${record.id}.key.pem`;
  const files = await deliver(directory, [
    { name: keyFile, contents: await keyToPem(key, filePassphrase), secret: true },
    { name: `${record.id}.cert.pem`, contents: certificate.toPem() },
  ]);
  await readAuthorityKey(await readFile(join(directory, keyFile), "utf8"), record.name, certificate, filePassphrase);
  await store.removeAuthorityKey(record.id);
  return files;
}
