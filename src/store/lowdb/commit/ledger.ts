import type { AuthorityRecord } from "../../authority-record.ts";
import { advanceHierarchy } from "../head/hierarchy.ts";
import { isAboutAuthority, isAboutCertificate, type StoreEvent } from "../journal/entry.ts";
import { advance, type History } from "../journal/history.ts";

/** The state of the store as a decision sees it: what is on the disk, and what was decided before it in the same group. */
export class Ledger {
  /** The time of the group. */
  readonly at: string;
  readonly #recorded: (serial: string) => History | undefined;
  readonly #changed = new Map<string, History | undefined>();
  #authorities: readonly AuthorityRecord[];

  constructor(at: string, authorities: readonly AuthorityRecord[], recorded: (serial: string) => History | undefined) {
    this.at = at;
    this.#authorities = authorities;
    this.#recorded = recorded;
  }

  get authorities(): readonly AuthorityRecord[] {
    return this.#authorities;
  }

  history(serial: string): History | undefined {
    return this.#changed.has(serial) ? this.#changed.get(serial) : this.#recorded(serial);
  }

  /** Takes a decided event into account. */
  add(event: StoreEvent): void {
    const { at } = this;
    if (isAboutCertificate(event))
      this.#changed.set(event.serial, advance(this.history(event.serial), { ...event, at }));
    else if (isAboutAuthority(event)) this.#authorities = advanceHierarchy(this.#authorities, event);
  }
}
