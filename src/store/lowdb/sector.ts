import { hash } from "node:crypto";

/** One disk sector: it is written whole or not at all. */
export const SECTOR_BYTES = 512;

/** A line of JSON, a digest of it, and spaces up to the size of a sector. */
export function encodeSector(value: unknown): Buffer {
  const text = JSON.stringify(value);
  const sector = Buffer.alloc(SECTOR_BYTES, " ");
  sector.write(`${text}\n${digest(text)}\n`);
  return sector;
}

/** Undefined when it is damaged, or was read while another process wrote it. */
export function decodeSector<T>(sector: Buffer): T | undefined {
  const [text = "", sum] = sector.toString("utf8").split("\n");
  return sum === digest(text) ? (JSON.parse(text) as T) : undefined;
}

function digest(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}
