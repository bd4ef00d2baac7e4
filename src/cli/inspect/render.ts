import type { Paint } from "../output.ts";
import { columns, type Row } from "../text/columns.ts";
import { printable } from "../text/printable.ts";
import type { ExtensionReport, Field, Report } from "./report.ts";

/** A report as a person reads it: what it is, its fields, what is unusual, and how to ask OpenSSL. */
export function renderReport(report: Report, paint: Paint): string {
  const { extensions = [], contains = [] } = report;
  return [
    `${paint.bold(paint.cyan(printable(report.title)))}  ${paint.dim(placeOf(report))}`,
    ...columns(Object.entries(report.fields).flatMap(fieldRows), paint),
    ...(extensions.length > 0 ? [paint.dim("  extensions")] : []),
    ...columns(extensions.flatMap(extensionRows), paint, "    "),
    ...report.warnings.map((warning) => `  ${paint.yellow("warning:")} ${printable(warning)}`),
    `  ${paint.dim(`with OpenSSL: ${report.openssl}`)}`,
    ...contains.flatMap((inner) => [
      "",
      ...renderReport(inner, paint)
        .split("\n")
        .map((line) => `    ${line}`),
    ]),
  ].join("\n");
}

function placeOf({ file, line, encoding }: Report): string {
  const name = file === "-" ? "standard input" : file;
  return line === undefined ? `${name}, ${encoding}` : `${name}, line ${line}`;
}

function fieldRows([name, { value, words }]: [string, Field]): Row[] {
  const [first = "", ...rest] = typeof value === "object" ? value : [String(value)];
  const label = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return [words === undefined ? [label, first] : [label, first, words], ...rest.map((line): Row => ["", line])];
}

function extensionRows({ name, critical, meaning }: ExtensionReport): Row[] {
  const [first = "", ...rest] = meaning;
  return [[critical ? `${name} (critical)` : name, first], ...rest.map((line): Row => ["", line])];
}
