import { isPkiError } from "../../errors/pki-error.ts";
import type { AuditEntry, AuditHead, AuditVerdict } from "../audit.ts";
import type { AuthorityChange, AuthorityRecord, NewAuthority } from "../authority-record.ts";
import type { CertificateFilter, CertificateRecord, Intent, Revocation } from "../certificate-record.ts";
import type { CrlSession } from "../crl-session.ts";
import type { Store } from "../store.ts";
import type { Settlement, SettleOptions, StoreFacts } from "../store-facts.ts";
import {
  addAuthorities,
  authorityOf,
  removeAuthorityKey,
  storeAuthorityKey,
  updateAuthority,
} from "./commit/authority-decisions.ts";
import { abandon, record, reserve, revoke, unhold } from "./commit/certificate-decisions.ts";
import { CommitQueue } from "./commit/commit-queue.ts";
import { Committer } from "./commit/committer.ts";
import { certificateOf } from "./journal/history.ts";
import type { StoreLayout } from "./layout.ts";
import { StoreLock, type StoreLockOptions } from "./lock/store-lock.ts";
import { auditEntries, auditHead, verifyJournal } from "./read/audit-log.ts";
import { findHistory } from "./read/find-history.ts";
import { inspectStore } from "./read/inspect.ts";
import { listCertificates, pendingHistories } from "./read/list-certificates.ts";
import { settleStore } from "./settle.ts";
import { closeFiles, openFiles, type StoreFiles } from "./store-files.ts";
import { inStore, streamFromStore } from "./system-error.ts";

export interface LowdbStoreOptions {
  readonly now: () => Date;
  /** Who makes the changes: stands in the audit log. */
  readonly actor: string;
  readonly lock: StoreLockOptions;
}

/** The embedded store: a folder of readable files, for one machine and any number of processes. */
export class LowdbStore implements Store {
  readonly location: string;
  readonly id: string;
  readonly #reader: StoreFiles;
  readonly #writer: StoreFiles;
  readonly #lock: StoreLock;
  readonly #lockOptions: StoreLockOptions;
  readonly #committer: Committer;
  readonly #queue: CommitQueue;

  private constructor(reader: StoreFiles, writer: StoreFiles, { now, actor, lock }: LowdbStoreOptions) {
    this.location = reader.layout.root;
    this.id = reader.hierarchy.document.id;
    this.#reader = reader;
    this.#writer = writer;
    this.#lock = new StoreLock(writer.layout, lock);
    this.#lockOptions = lock;
    this.#committer = new Committer(writer, this.#lock, { now, by: actor });
    this.#queue = new CommitQueue((changes) =>
      inStore("writing", this.location, () => this.#committer.commit(changes)),
    );
  }

  static async open(layout: StoreLayout, options: LowdbStoreOptions): Promise<LowdbStore> {
    return inStore("reading", layout.root, async () => {
      const store = new LowdbStore(await openFiles(layout), await openFiles(layout), options);
      await store.#catchUp();
      return store;
    });
  }

  async authorities(): Promise<readonly AuthorityRecord[]> {
    return this.#read(async ({ hierarchy }) => {
      await hierarchy.refresh();
      return hierarchy.authorities;
    });
  }

  async addAuthorities(additions: readonly NewAuthority[]): Promise<void> {
    await this.#queue.submit(addAuthorities(additions));
  }

  async updateAuthority(id: string, change: AuthorityChange): Promise<AuthorityRecord> {
    return this.#queue.submit(updateAuthority(id, change));
  }

  async authorityKeyPem(id: string): Promise<string | undefined> {
    const { keyAt } = authorityOf(await this.authorities(), id);
    return keyAt === "store" ? this.#read(({ hierarchy }) => hierarchy.keys.read(id)) : undefined;
  }

  async storeAuthorityKey(id: string, keyPem: string): Promise<void> {
    await this.#queue.submit(storeAuthorityKey(id, keyPem));
  }

  async removeAuthorityKey(id: string): Promise<void> {
    await this.#queue.submit(removeAuthorityKey(id));
  }

  async reserve(intent: Intent): Promise<void> {
    await this.#queue.submit(reserve(intent));
  }

  async record(serial: string, certificateDer: Uint8Array): Promise<CertificateRecord> {
    return this.#queue.submit(record(serial, certificateDer));
  }

  async abandon(serial: string, why: string): Promise<void> {
    await this.#queue.submit(abandon(serial, why));
  }

  async revoke(serial: string, revocation: Revocation): Promise<CertificateRecord> {
    return this.#queue.submit(revoke(serial, revocation));
  }

  async unhold(serial: string): Promise<CertificateRecord> {
    return this.#queue.submit(unhold(serial));
  }

  async makeCrls<T>(authority: string, act: (session: CrlSession) => Promise<T>): Promise<T> {
    authorityOf(await this.authorities(), authority);
    const { holdCrlSession } = await import("./revocations/crl-session.ts");
    return holdCrlSession({ files: this.#reader, queue: this.#queue, lock: this.#lockOptions }, authority, act);
  }

  async find(serial: string): Promise<CertificateRecord | undefined> {
    return this.#read(async (files) => certificateOf(await findHistory(files, serial)));
  }

  list(filter: CertificateFilter = {}): AsyncIterable<CertificateRecord> {
    return streamFromStore(this.location, listCertificates(this.#reader, filter));
  }

  async pending(): Promise<readonly Intent[]> {
    const histories = await this.#read(pendingHistories);
    return histories.map(({ reserved: { serial, intent } }) => ({ serial, ...intent }));
  }

  async note(what: string, facts: Readonly<Record<string, unknown>>): Promise<void> {
    const event = { type: "noted", what, facts } as const;
    await this.#queue.submit(() => ({ event, value: undefined }));
  }

  audit(): AsyncIterable<AuditEntry> {
    return streamFromStore(this.location, auditEntries(this.#reader));
  }

  async auditHead(): Promise<AuditHead | undefined> {
    return this.#read(auditHead);
  }

  async verifyAudit(checkpoint?: AuditHead): Promise<AuditVerdict> {
    return this.#read(async (files) => (await verifyJournal(files, checkpoint)).verdict);
  }

  async inspect(): Promise<StoreFacts> {
    return this.#read(inspectStore);
  }

  async settle(options: SettleOptions): Promise<Settlement> {
    const tools = { files: this.#reader, committer: this.#committer, queue: this.#queue };
    return inStore("writing", this.location, () => settleStore(tools, options));
  }

  async close(): Promise<void> {
    await this.#queue.close();
    await closeFiles(this.#reader);
    await closeFiles(this.#writer);
    this.#lock.close();
  }

  /** After a crash a part of the journal is to be read and applied: once, rather than at every question. */
  async #catchUp(): Promise<void> {
    const { index, journal } = this.#reader;
    if (journal.endsAt(index.refresh().position)) return;
    try {
      await this.#queue.submit(() => ({ value: undefined }));
    } catch (error) {
      if (!isPkiError(error)) throw error; // a store that cannot be written can still be read
    }
  }

  #read<T>(act: (files: StoreFiles) => T | Promise<T>): Promise<T> {
    return inStore("reading", this.location, () => act(this.#reader));
  }
}
