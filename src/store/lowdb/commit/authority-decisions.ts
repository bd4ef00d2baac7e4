import { PkiError } from "../../../errors/pki-error.ts";
import type { AuthorityChange, AuthorityRecord, NewAuthority } from "../../authority-record.ts";
import type { Decide } from "./decision.ts";

/** An id names files. */
const AUTHORITY_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

export function addAuthorities(additions: readonly NewAuthority[]): Decide<void> {
  const authorities = additions.map(({ record, keyPem }): AuthorityRecord => {
    if (!AUTHORITY_ID.test(record.id))
      throw new TypeError(`"${record.id}" is not an id of lower-case letters, digits and dashes`);
    return { ...record, keyAt: keyPem === undefined ? "offline" : "store" };
  });
  const keys = additions.flatMap(({ record, keyPem }) =>
    keyPem === undefined ? [] : [{ id: record.id, pem: keyPem }],
  );
  return (ledger) => {
    const known = [...ledger.authorities];
    for (const authority of authorities) {
      refuseTaken(known, authority);
      known.push(authority);
    }
    return { event: { type: "authorities-added", authorities }, value: undefined, keys };
  };
}

export function updateAuthority(id: string, wanted: AuthorityChange): Decide<AuthorityRecord> {
  const change: AuthorityChange = Object.fromEntries(Object.entries(wanted).filter(([, part]) => part !== undefined));
  return (ledger) => {
    const value = { ...authorityOf(ledger.authorities, id), ...change };
    refuseTaken(
      ledger.authorities.filter((other) => other.id !== id),
      value,
    );
    return { event: { type: "authority-updated", id, change }, value };
  };
}

export function storeAuthorityKey(id: string, pem: string): Decide<void> {
  return (ledger) => {
    authorityOf(ledger.authorities, id);
    return { event: { type: "authority-key-stored", id }, value: undefined, keys: [{ id, pem }] };
  };
}

export function removeAuthorityKey(id: string): Decide<void> {
  return (ledger) => {
    if (authorityOf(ledger.authorities, id).keyAt === "offline") return { value: undefined };
    return { event: { type: "authority-key-removed", id }, value: undefined };
  };
}

/** @throws PkiError ERR_STORE_AUTHORITY_UNKNOWN */
export function authorityOf(authorities: readonly AuthorityRecord[], id: string): AuthorityRecord {
  const authority = authorities.find((each) => each.id === id);
  if (authority === undefined) throw new PkiError("ERR_STORE_AUTHORITY_UNKNOWN", { id });
  return authority;
}

function refuseTaken(known: readonly AuthorityRecord[], { id, name }: AuthorityRecord): void {
  if (known.some((other) => other.id === id || other.name === name))
    throw new PkiError("ERR_STORE_AUTHORITY_EXISTS", { name });
}
