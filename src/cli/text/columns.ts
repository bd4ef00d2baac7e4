import type { Paint } from "../paint.ts";
import { printable } from "./printable.ts";

/** A label, what it stands for, and a remark. */
export type Row = readonly [label: string, value: string, remark?: string];

/** Lines of labels and values, the values under one another. */
export function columns(rows: readonly Row[], paint: Paint, indent = "  "): string[] {
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  return rows.map(([label, value, remark]) => {
    const tail = remark === undefined ? "" : `  ${paint.dim(printable(remark))}`;
    return `${indent}${paint.dim(label.padEnd(width))}  ${printable(value)}${tail}`.trimEnd();
  });
}
