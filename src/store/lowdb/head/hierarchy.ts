import { statSync } from "node:fs";
import type { Low } from "lowdb";
import type { AuthorityRecord } from "../../authority-record.ts";
import { NO_CRLS, withPublished } from "../../published-crl.ts";
import type { AuthorityEvent, Entry } from "../journal/entry.ts";
import type { HeadDocument } from "./head-document.ts";
import type { KeyFolder } from "./key-folder.ts";

/** The authorities and their keys, as the head document and the key folder hold them. */
export class Hierarchy {
  readonly keys: KeyFolder;
  readonly #path: string;
  readonly #head: Low<HeadDocument>;
  #seen: string | undefined;

  constructor(path: string, head: Low<HeadDocument>, keys: KeyFolder) {
    this.#path = path;
    this.#head = head;
    this.keys = keys;
  }

  get document(): HeadDocument {
    return this.#head.data;
  }

  get authorities(): readonly AuthorityRecord[] {
    return this.#head.data.authorities;
  }

  /** Reads the document again if another process replaced it. */
  async refresh(): Promise<void> {
    const seen = identityOf(this.#path);
    if (seen === this.#seen) return;
    await this.#head.read();
    this.#seen = seen;
  }

  /** Does what an entry of the journal says, unless it was done: after a crash entries are shown again. */
  async apply(entry: Entry<AuthorityEvent>): Promise<void> {
    if (entry.seq <= this.document.seq) return;
    await this.#moveKeys(entry);
    this.#seen = undefined; // should the write fail, memory is ahead of the file
    this.#head.data = { ...this.document, seq: entry.seq, authorities: advanceHierarchy(this.authorities, entry) };
    await this.#head.write();
    this.#seen = identityOf(this.#path);
  }

  async #moveKeys(entry: Entry<AuthorityEvent>): Promise<void> {
    if (entry.type === "authority-key-removed") await this.keys.remove(entry.id);
    if (entry.type === "authority-key-stored") await this.keys.place(entry.id);
    if (entry.type !== "authorities-added") return;
    for (const { id, keyAt } of entry.authorities) if (keyAt === "store") await this.keys.place(id);
  }
}

/** The authorities after one more event. */
export function advanceHierarchy(
  authorities: readonly AuthorityRecord[],
  event: AuthorityEvent,
): readonly AuthorityRecord[] {
  switch (event.type) {
    case "authorities-added":
      return [...authorities, ...event.authorities];
    case "authority-updated":
      return change(authorities, event.id, event.change);
    case "authority-key-stored":
      return change(authorities, event.id, { keyAt: "store" });
    case "authority-key-removed":
      return change(authorities, event.id, { keyAt: "offline" });
    case "crl-number-taken":
      return change(authorities, event.id, ({ crls = NO_CRLS }) => ({ crls: { ...crls, lastNumber: event.number } }));
    case "crls-published":
      return change(authorities, event.id, ({ crls = NO_CRLS }) => ({ crls: withPublished(crls, event.crls) }));
  }
}

function change(
  authorities: readonly AuthorityRecord[],
  id: string,
  to: Partial<AuthorityRecord> | ((authority: AuthorityRecord) => Partial<AuthorityRecord>),
): readonly AuthorityRecord[] {
  return authorities.map((authority) => {
    if (authority.id !== id) return authority;
    return { ...authority, ...(typeof to === "function" ? to(authority) : to) };
  });
}

/** Differs whenever the file was replaced. */
function identityOf(path: string): string {
  const { ino, mtimeMs, size } = statSync(path);
  return `${ino} ${mtimeMs} ${size}`;
}
