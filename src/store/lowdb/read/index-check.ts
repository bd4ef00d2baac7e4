import { IndexDamaged } from "../index/serial-index.ts";
import { slotField, slotFieldOf } from "../index/slot-field.ts";
import { type Entry, isAboutCertificate } from "../journal/entry.ts";
import { offsetOf, segmentOf } from "../journal/position.ts";
import type { StoreFiles } from "../store-files.ts";

/** Compares the index with the journal, entry by entry. */
export class IndexCheck {
  /** The first difference. */
  problem: string | undefined;
  readonly #index: StoreFiles["index"];
  readonly #upTo: number;

  constructor({ index, journal }: StoreFiles) {
    this.#index = index;
    this.#upTo = index.refresh().position;
    if (index.state === "missing" && journal.size(1) > 0) this.problem = "there is none";
    if (journal.size(segmentOf(this.#upTo)) < offsetOf(this.#upTo))
      this.problem = "it knows entries that the journal lacks";
  }

  see(entry: Entry, position: number): void {
    if (this.problem !== undefined || position >= this.#upTo || !isAboutCertificate(entry)) return;
    const field = slotFieldOf[entry.type];
    const noted = this.#noted(entry.serial)?.[field] ?? 0;
    // of several revocations it knows the last
    const fits = field === slotField.revocation ? noted >= position : noted === position;
    if (!fits) this.problem = `it does not know entry ${entry.seq}`;
  }

  #noted(serial: string) {
    try {
      return this.#index.find(serial);
    } catch (error) {
      if (error instanceof IndexDamaged) return undefined;
      throw error;
    }
  }
}
