import type { Entry } from "../../explain/entry.ts";
import type { Paint } from "../paint.ts";
import { wrap } from "./wrap.ts";

/** One thing on one screen. */
export function renderEntry(entry: Entry, paint: Paint, width: number): string {
  const { title, paragraphs, facts, fix, faults } = entry;
  const labelWidth = Math.max(0, ...facts.map(([label]) => label.length));
  const hanging = " ".repeat(labelWidth + 4);
  return [
    [paint.bold(title)],
    ...paragraphs.map((paragraph) => wrap(paragraph, width)),
    fix.flatMap(({ role, text }) => wrap(text, width, `  ${role}: `, "    ")),
    facts.flatMap(([label, value]) => wrap(value, width, `  ${label.padEnd(labelWidth)}  `, hanging)),
    faults.length === 0 ? [] : wrap(faults.join(", "), width, `${paint.dim("see also")}  `, "          "),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}
