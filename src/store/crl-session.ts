import type { CrlHistory, PublishedCrl } from "./published-crl.ts";
import type { RevocationReason } from "./revocation-reason.ts";

/** Which revocations a CRL is to hold. */
export interface CrlSelection {
  /** For a delta: only what happened after this entry of the audit log, lifted holds too. Otherwise all, without the lifted ones. */
  readonly since?: number | undefined;
  /**
   * Leaves out certificates that expired before `time` and were revoked before that entry of the audit log: a list from after their expiry
   * has told of them, and no other need to (RFC 5280 section 3.3).
   */
  readonly told?: { readonly time: string; readonly upTo: number } | undefined;
  /** Only one part of the certificates: those whose serial number, modulo `of`, is `index`. `of` is a power of two up to 65,536. */
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
}

/** The entries of a CRL (RFC 5280 section 5.1.2.6), in the order of their revocation. */
export interface CrlEntries {
  readonly count: number;
  /** How many there are for each reason. */
  readonly reasons: Readonly<Partial<Record<RevocationReason | "removeFromCRL", number>>>;
  /** The audit log was taken account of up to this entry. */
  readonly upTo: number;
  /** Octets of all. */
  readonly byteLength: number;
  /** Their DER, one after another, in pieces of any size; each is good until the next one is asked for. The same each time. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** The making of CRLs of one authority, while nobody else makes one. */
export interface CrlSession {
  readonly history: CrlHistory;
  /** Everything that was revoked before this call. Memory does not grow with their number. */
  entries(selection: CrlSelection): Promise<CrlEntries>;
  /** A number that no list of this authority has had, and greater than `above`. */
  takeNumber(above?: number): Promise<number>;
  /** Writes down which lists are in place now. */
  published(crls: readonly PublishedCrl[]): Promise<void>;
}
