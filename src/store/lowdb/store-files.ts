import { openHead } from "./head/head-document.ts";
import { Hierarchy } from "./head/hierarchy.ts";
import { KeyFolder } from "./head/key-folder.ts";
import { bootId } from "./index/boot-id.ts";
import { SerialIndex } from "./index/serial-index.ts";
import { Journal } from "./journal/journal.ts";
import type { StoreLayout } from "./layout.ts";

/**
 * The files of a store, opened, and what was read of them. Readers and the writer of one process have their own, so that what a reader
 * looks at never changes under a commit.
 */
export interface StoreFiles {
  readonly layout: StoreLayout;
  readonly hierarchy: Hierarchy;
  readonly journal: Journal;
  readonly index: SerialIndex;
}

/** @throws PkiError ERR_STORE_MISSING, ERR_STORE_FORMAT, ERR_STORE_DAMAGED */
export async function openFiles(layout: StoreLayout): Promise<StoreFiles> {
  return {
    layout,
    hierarchy: new Hierarchy(layout.head, await openHead(layout), new KeyFolder(layout.keys)),
    journal: new Journal(layout.journal),
    index: new SerialIndex(layout.index, bootId()),
  };
}

export async function closeFiles({ journal, index }: StoreFiles): Promise<void> {
  index.close();
  await journal.close();
}
