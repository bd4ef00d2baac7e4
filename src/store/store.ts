import type { AuditEntry, AuditHead, AuditVerdict } from "./audit.ts";
import type { AuthorityChange, AuthorityRecord, NewAuthority } from "./authority-record.ts";
import type { CertificateFilter, CertificateRecord, Intent, Revocation } from "./certificate-record.ts";
import type { CrlSession } from "./crl-session.ts";
import type { Settlement, SettleOptions, StoreFacts } from "./store-facts.ts";

/**
 * Where a CA keeps what it must not forget: its hierarchy, its keys, every certificate, and the audit log. A change is durable when its
 * promise resolves; of a change whose promise was rejected, nothing stays. Several processes may use one store at once.
 *
 * Times are RFC 3339 text in UTC, as `Date.toISOString` writes them. Serial numbers are the text of `serialHex` in x509, and unique in
 * the whole store.
 */
export interface Store {
  /** The folder or URL that was opened. */
  readonly location: string;
  /** Random, made with the store; tells stores apart. */
  readonly id: string;

  authorities(): Promise<readonly AuthorityRecord[]>;
  /**
   * Adds a whole hierarchy, or one authority to it: all or none.
   * @throws PkiError ERR_STORE_AUTHORITY_EXISTS when an id or a name is taken.
   */
  addAuthorities(additions: readonly NewAuthority[]): Promise<void>;
  /** @throws PkiError ERR_STORE_AUTHORITY_UNKNOWN, ERR_STORE_AUTHORITY_EXISTS when the new name is taken */
  updateAuthority(id: string, change: AuthorityChange): Promise<AuthorityRecord>;
  /** The private key as it was stored, perhaps encrypted; undefined when it is kept offline. */
  authorityKeyPem(id: string): Promise<string | undefined>;
  /** Puts a key back from offline media, or replaces it by the same key under another passphrase. */
  storeAuthorityKey(id: string, keyPem: string): Promise<void>;
  /** Deletes the key: it lives offline from now on. Read it out first. */
  removeAuthorityKey(id: string): Promise<void>;

  /**
   * The first move of an issuance: takes the serial number and writes down what is about to be signed.
   * @throws PkiError ERR_STORE_SERIAL_TAKEN
   */
  reserve(intent: Intent): Promise<void>;
  /**
   * The second move: the certificate that came of a reserved intent. Only then may it be handed out.
   * @throws PkiError ERR_STORE_NOT_PENDING when the serial number was not reserved, or its issuance is over.
   */
  record(serial: string, certificateDer: Uint8Array): Promise<CertificateRecord>;
  /**
   * Gives an intent up; its serial number is never used again. Twice is once.
   * @throws PkiError ERR_STORE_NOT_PENDING
   */
  abandon(serial: string, why: string): Promise<void>;

  /**
   * Revokes a certificate. Once revoked it stays so: a second call returns the first record. A hold may become a revocation.
   * @throws PkiError ERR_STORE_CERTIFICATE_UNKNOWN
   */
  revoke(serial: string, revocation: Revocation): Promise<CertificateRecord>;
  /**
   * Lifts a hold. A certificate that is not revoked is left as it is.
   * @throws PkiError ERR_STORE_CERTIFICATE_UNKNOWN, ERR_STORE_REVOKED when it was revoked for another reason than certificateHold.
   */
  unhold(serial: string): Promise<CertificateRecord>;

  /**
   * Makes CRLs of an authority while no other process does. What the session gives is good until `act` is over.
   * @throws PkiError ERR_STORE_AUTHORITY_UNKNOWN, ERR_STORE_LOCKED when another process was at it for too long
   */
  makeCrls<T>(authority: string, act: (session: CrlSession) => Promise<T>): Promise<T>;

  /** One issued certificate, at the same cost however many there are. */
  find(serial: string): Promise<CertificateRecord | undefined>;
  /** Issued certificates in the order of their issuance, streamed. */
  list(filter?: CertificateFilter): AsyncIterable<CertificateRecord>;
  /** What was reserved and neither recorded nor abandoned: under way right now, or cut off. Reads the whole journal. */
  pending(): Promise<readonly Intent[]>;

  /** Writes an event into the audit log that changes nothing else: a refusal, an export, a start. */
  note(what: string, facts: Readonly<Record<string, unknown>>): Promise<void>;
  /** The audit log from its beginning, streamed. */
  audit(): AsyncIterable<AuditEntry>;
  /** The last entry: a checkpoint to keep elsewhere. Undefined for an empty log. */
  auditHead(): Promise<AuditHead | undefined>;
  /**
   * Follows the hash chain from the first entry to the last. The chain shows every change, but a log cut at its end is a shorter valid
   * log: only a checkpoint kept elsewhere shows that entries are missing.
   */
  verifyAudit(checkpoint?: AuditHead): Promise<AuditVerdict>;

  /** What `doctor` shows. Changes nothing. */
  inspect(): Promise<StoreFacts>;
  /** Abandons intents that were cut off and repairs what can be repaired without loss. */
  settle(options: SettleOptions): Promise<Settlement>;

  /** Waits for what is under way, then lets go of files and connections. */
  close(): Promise<void>;
}
