import { stripVTControlCharacters } from "node:util";
import type { Paint } from "../paint.ts";

/** A table with its heads underlined by nothing but colour; cells may hold colour too. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const widths = heads.map((head, column) =>
    rows.reduce((width, row) => Math.max(width, visible(row[column] ?? "")), head.length),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - visible(cell))))
      .join("  ")
      .trimEnd();
  return [paint.dim(line(heads)), ...rows.map(line)].join("\n");
}

function visible(text: string): number {
  return stripVTControlCharacters(text).length;
}
