import type { Paint } from "../paint.ts";
import { printable } from "../text/printable.ts";
import type { Asn1Node } from "./asn1-report.ts";

/** The tree with offsets, as `openssl asn1parse` has it, with names and problems beside it. */
export function renderAsn1(nodes: readonly Asn1Node[], paint: Paint): string {
  return [paint.dim("offset  length"), ...nodes.flatMap((it) => lines(it, 0, paint))].join("\n");
}

function lines(node: Asn1Node, depth: number, paint: Paint): string[] {
  const { offset, headerLength, length, type, name, value, problems = [], children = [] } = node;
  const place = `${String(offset).padStart(6)}  ${`${headerLength}+${length}`.padEnd(8)}`;
  const text = [name === undefined ? "" : paint.cyan(name), type, value === undefined ? "" : printable(value)];
  const line = `${paint.dim(place)}  ${"  ".repeat(depth)}${text.filter((part) => part !== "").join(" ")}`;
  return [
    line,
    ...problems.map(
      (problem) => `${" ".repeat(18)}${"  ".repeat(depth)}${paint.yellow(`^ not DER: ${printable(problem)}`)}`,
    ),
    ...children.flatMap((child) => lines(child, depth + 1, paint)),
  ];
}
