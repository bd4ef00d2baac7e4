import { PkiError } from "../errors/pki-error.ts";
import type { AuthorityRecord } from "../store/authority-record.ts";
import type { Store } from "../store/store.ts";

/** The hierarchy of a store that has one. @throws PkiError ERR_CA_NONE */
export async function requireAuthorities(store: Store): Promise<readonly AuthorityRecord[]> {
  const authorities = await store.authorities();
  if (authorities.length === 0) throw new PkiError("ERR_CA_NONE", { store: store.location });
  return authorities;
}

/**
 * The authority that is meant: by its name or id; without one, the only authority at the bottom of the hierarchy.
 * @throws PkiError ERR_CA_UNKNOWN, ERR_CA_AMBIGUOUS
 */
export function chooseAuthority(authorities: readonly AuthorityRecord[], name?: string): AuthorityRecord {
  const found =
    name === undefined ? onlyIssuing(authorities) : authorities.find((authority) => isCalled(authority, name));
  if (found !== undefined) return found;
  const known = authorities.map((authority) => `"${authority.name}"`).join(", ");
  throw name === undefined
    ? new PkiError("ERR_CA_AMBIGUOUS", { known })
    : new PkiError("ERR_CA_UNKNOWN", { ca: name, known });
}

function isCalled(authority: AuthorityRecord, name: string): boolean {
  return authority.id === name || authority.name.toLowerCase() === name.toLowerCase();
}

function onlyIssuing(authorities: readonly AuthorityRecord[]): AuthorityRecord | undefined {
  const parents = new Set(authorities.map(({ parent }) => parent));
  const bottom = authorities.filter(({ id }) => !parents.has(id));
  return bottom.length === 1 ? bottom[0] : undefined;
}
