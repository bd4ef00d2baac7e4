import type { Passphrase } from "../keys/passphrase.ts";
import { softwareSigner } from "../keys/software-signer.ts";
import type { Store } from "../store/store.ts";
import { Authority } from "./authority.ts";
import { authorityChain } from "./authority-chain.ts";
import { readAuthorityKey, storedKeyPem } from "./authority-key.ts";
import { chooseAuthority, requireAuthorities } from "./choose-authority.ts";
import { refuseLabMarked } from "./refuse-lab-marked.ts";
import { revokedIssuer } from "./revoked-issuer.ts";

export interface OpenAuthorityOptions {
  /** Opens the private key when it is encrypted. */
  readonly passphrase?: Passphrase | undefined;
}

/**
 * An authority of the store, ready to sign: by its name or id, or else the only one at the bottom of the hierarchy.
 * @throws PkiError ERR_CA_NONE, ERR_CA_UNKNOWN, ERR_CA_AMBIGUOUS, ERR_CA_LAB_MARKED, ERR_CA_KEY_OFFLINE, ERR_CA_KEY_MISSING,
 * ERR_CA_KEY_MISMATCH, and those of a key that cannot be read
 */
export async function openAuthority(
  store: Store,
  name?: string,
  options: OpenAuthorityOptions = {},
): Promise<Authority> {
  const authorities = await requireAuthorities(store);
  const record = chooseAuthority(authorities, name);
  const { certificate, issuers } = authorityChain(record, authorities);
  refuseLabMarked(record.name, issuers.at(-1) ?? certificate);
  const key = await readAuthorityKey(await storedKeyPem(store, record), record.name, certificate, options.passphrase);
  const signer = softwareSigner(key, record.signatureAlgorithm);
  const revoked = await revokedIssuer(store, [certificate, ...issuers]);
  return new Authority({ id: record.id, name: record.name, certificate, issuers, signer, urls: record.urls, revoked });
}
