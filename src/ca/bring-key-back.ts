import type { Passphrase } from "../keys/passphrase.ts";
import type { AuthorityRecord } from "../store/authority-record.ts";
import { authorityChain } from "./authority-chain.ts";
import { keyToPem, readAuthorityKey } from "./authority-key.ts";
import { chooseAuthority, requireAuthorities } from "./choose-authority.ts";
import type { CaContext } from "./context.ts";

export interface BringKeyBackOptions {
  /** Opens the key that is brought, when it is encrypted. */
  readonly passphrase?: Passphrase | undefined;
  /** Protects the key in the store; the passphrase that it came under unless told. */
  readonly storePassphrase?: Passphrase | undefined;
}

/**
 * Puts the private key of an authority back into the store: from offline media, from a backup, or the same key under another passphrase.
 * @throws PkiError ERR_CA_NONE, ERR_CA_UNKNOWN, ERR_CA_KEY_MISMATCH, and those of an unreadable key
 */
export async function bringKeyBack(
  { store }: CaContext,
  name: string,
  keyPem: string,
  { passphrase, storePassphrase = passphrase }: BringKeyBackOptions = {},
): Promise<AuthorityRecord> {
  const authorities = await requireAuthorities(store);
  const record = chooseAuthority(authorities, name);
  const { certificate } = authorityChain(record, authorities);
  const key = await readAuthorityKey(keyPem, record.name, certificate, passphrase);
  await store.storeAuthorityKey(record.id, await keyToPem(key, storePassphrase));
  return { ...record, keyAt: "store" };
}
