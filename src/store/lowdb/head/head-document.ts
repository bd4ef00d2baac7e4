import { readFile } from "node:fs/promises";
import { type Adapter, Low } from "lowdb";
import { PkiError } from "../../../errors/pki-error.ts";
import type { AuthorityRecord } from "../../authority-record.ts";
import { replaceFile } from "../durable-file.ts";
import { STORE_FORMAT, type StoreLayout } from "../layout.ts";
import { isSystemError } from "../system-error.ts";

/** What a store says of itself: small, so that lowdb may read and write it whole. */
export interface HeadDocument {
  readonly format: number;
  readonly id: string;
  readonly createdAt: string;
  /** The last entry of the journal that is told here. */
  readonly seq: number;
  readonly authorities: readonly AuthorityRecord[];
}

/** Null where there is no store. @throws PkiError ERR_STORE_FORMAT, ERR_STORE_DAMAGED */
export async function readHead(layout: StoreLayout): Promise<HeadDocument | null> {
  return new DurableJsonFile(layout.head).read();
}

/** The head document as a lowdb database. @throws PkiError ERR_STORE_MISSING, ERR_STORE_FORMAT, ERR_STORE_DAMAGED */
export async function openHead(layout: StoreLayout): Promise<Low<HeadDocument>> {
  const document = await readHead(layout);
  if (document === null) throw new PkiError("ERR_STORE_MISSING", { path: layout.root });
  return new Low(new DurableJsonFile(layout.head), document);
}

/** Writes the head document of a new store. */
export async function createHead(layout: StoreLayout, id: string, createdAt: string): Promise<void> {
  await new DurableJsonFile(layout.head).write({ format: STORE_FORMAT, id, createdAt, seq: 0, authorities: [] });
}

/** lowdb's own JSON file is not synced: a change could be lost with the power after it was acknowledged. This one is. */
class DurableJsonFile implements Adapter<HeadDocument> {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<HeadDocument | null> {
    try {
      return parseHead(await readFile(this.#path, "utf8"), this.#path);
    } catch (error) {
      if (isSystemError(error, "ENOENT")) return null;
      throw error;
    }
  }

  async write(document: HeadDocument): Promise<void> {
    await replaceFile(this.#path, `${JSON.stringify(document, undefined, 2)}\n`);
  }
}

function parseHead(text: string, path: string): HeadDocument {
  const document = parseJson(text);
  if (typeof document?.format !== "number")
    throw new PkiError("ERR_STORE_DAMAGED", { path, reason: "it is not the JSON document that it should be" });
  if (document.format !== STORE_FORMAT)
    throw new PkiError("ERR_STORE_FORMAT", { path, found: document.format, supported: STORE_FORMAT });
  if (!isHead(document)) throw new PkiError("ERR_STORE_DAMAGED", { path, reason: "parts of it are missing" });
  return document;
}

function parseJson(text: string): Partial<HeadDocument> | null | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isHead(document: Partial<HeadDocument>): document is HeadDocument {
  const { id, createdAt, seq, authorities } = document;
  return typeof id === "string" && typeof createdAt === "string" && Number.isInteger(seq) && Array.isArray(authorities);
}
