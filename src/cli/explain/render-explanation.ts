import { type Candidate, type Explanation, NOTHING_KNOWN } from "../../explain/explanation.ts";
import { programs } from "../../explain/programs.ts";
import type { Fix } from "../../verify/finding.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../text/printable.ts";
import { wrap } from "./wrap.ts";

/** What fits one screen; --json has them all. */
const SHOWN = 4;
/** A second cause gets its fixes shown too when it is about as likely. */
const ALIKE = 0.5;

/** What the text means, the likely causes, the fixes for the likeliest, and how to tell the causes apart. */
export function renderExplanation(explanation: Explanation, paint: Paint, width: number): string {
  const [likeliest] = explanation.candidates;
  const parts =
    likeliest === undefined
      ? faultlessLines(explanation, paint, width)
      : knownLines(explanation, likeliest, paint, width);
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function knownLines(explanation: Explanation, likeliest: Candidate, paint: Paint, width: number): string[][] {
  return [
    headLines(explanation, paint, width),
    causeLines(explanation, paint),
    adviceLines(likeliest, paint, width),
    ...secondAdvice(explanation, likeliest, paint, width),
    probeLines(explanation, paint, width),
    alsoLines(explanation, paint, width),
    explanation.never.flatMap((text) => wrap(printable(text), width, `${paint.red("never")}  `, "       ")),
  ];
}

function headLines({ producer, text, means }: Explanation, paint: Paint, width: number): string[] {
  const title = programs.find(({ id }) => id === producer)?.title ?? "An unknown program";
  const line = printable(text);
  const quoted = line.length > width - 2 ? `${line.slice(0, width - 3)}…` : line;
  return [...wrap(means, width, `${paint.bold(title)} says: `, "  "), paint.dim(`  ${quoted}`)];
}

function causeLines({ candidates }: Explanation, paint: Paint): string[] {
  const shown = candidates.slice(0, SHOWN);
  const more = candidates.length - shown.length;
  const idWidth = Math.max(...shown.map(({ fault }) => fault.length));
  return [
    "likely causes",
    ...shown.map(
      ({ fault, title, confidence }) => `  ${percent(confidence)}  ${paint.cyan(fault.padEnd(idWidth))}  ${title}`,
    ),
    ...(more > 0 ? [paint.dim(`         and ${more} more (--json has them all)`)] : []),
  ];
}

function percent(confidence: number): string {
  return `${confidence < 0.01 ? "<1" : Math.round(confidence * 100)} %`.padStart(5);
}

function adviceLines({ fault, fix, why }: Candidate, paint: Paint, width: number): string[] {
  const story = why.slice(why.indexOf('". ') + 3);
  return [...wrap(story, width, `if it is ${paint.cyan(fault)}: `, "  "), ...fixLines(fix, paint, width)];
}

function secondAdvice({ candidates }: Explanation, likeliest: Candidate, paint: Paint, width: number): string[][] {
  const [, second] = candidates;
  if (second === undefined || second.confidence < likeliest.confidence * ALIKE) return [];
  return [[`if it is ${paint.cyan(second.fault)}:`, ...fixLines(second.fix, paint, width)]];
}

function fixLines(fix: readonly Fix[], paint: Paint, width: number): string[] {
  return fix.flatMap(({ role, text }) => wrap(text, width, `  ${paint.cyan(role)}: `, "    "));
}

function probeLines({ probe }: Explanation, paint: Paint, width: number): string[] {
  if (probe === undefined || probe.separates.length < 2) return [];
  return ["to tell them apart", `  ${paint.bold(probe.command)}`, ...wrap(probe.look, width, "  ")];
}

function alsoLines({ also }: Explanation, paint: Paint, width: number): string[] {
  if (also.length === 0) return [];
  const lines = also.flatMap(({ means, faults }) =>
    wrap(`${means}: ${faults.map((fault) => paint.cyan(fault)).join(", ")}`, width, "  ", "    "),
  );
  return ["the text also says", ...lines];
}

/** A known message that no fault of the catalogue prints still says something. */
function faultlessLines(explanation: Explanation, paint: Paint, width: number): string[][] {
  const { text, means } = explanation;
  const advice =
    "Paste more of it: the whole traceback, or all lines from the first error on. Or look at the server itself: `rootcause verify HOST:443` names what is wrong.";
  const head =
    means === NOTHING_KNOWN
      ? ["rootcause knows no message in this text.", `  ${printable(text).slice(0, width - 2)}`]
      : [...headLines(explanation, paint, width), "no fault of the catalogue prints this"];
  return [head, wrap(advice, width)];
}
