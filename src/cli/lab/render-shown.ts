import { renderEntry } from "../explain/render-entry.ts";
import { wrap } from "../explain/wrap.ts";
import type { Paint } from "../paint.ts";
import type { ShownFault } from "./show-fault.ts";

/** What `explain` says, but for its lists of clients: here they stand beside their words. */
export function renderShown(shown: ShownFault, paint: Paint, width: number): string {
  const { made, prints, commands, ...entry } = shown;
  const facts = entry.facts.filter(([label]) => !label.endsWith(" it"));
  return [
    renderEntry({ ...entry, facts }, paint, width),
    [paint.bold("how it is made"), ...madeLines(made, width)].join("\n"),
    [paint.bold("what clients print"), ...printLines(prints, paint, width)].join("\n"),
    [paint.bold("make it"), ...commands.map((command) => `  ${command}`)].join("\n"),
  ].join("\n\n");
}

function madeLines(made: ShownFault["made"], width: number): readonly string[] {
  const labelWidth = Math.max(0, ...made.map(([label]) => label.length));
  const hanging = " ".repeat(labelWidth + 4);
  return made.flatMap(([label, value]) => wrap(value, width, `  ${label.padEnd(labelWidth)}  `, hanging));
}

/** Each text, and the clients that print it. */
function printLines(prints: ShownFault["prints"], paint: Paint, width: number): readonly string[] {
  const titles = new Map<string, string[]>();
  for (const { title, texts } of prints) {
    const text = texts.length === 0 ? paint.green("nothing: it is accepted") : texts.join(" | ");
    titles.set(text, [...(titles.get(text) ?? []), title]);
  }
  return [...titles].flatMap(([text, all]) => [
    ...wrap(text, width, "  "),
    ...wrap(all.join(", "), width, "      ").map(paint.dim),
  ]);
}
