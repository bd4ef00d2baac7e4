import type { Paint } from "../paint.ts";
import { columns, type Row } from "../text/columns.ts";
import { printable } from "../text/printable.ts";
import { type Pair, placeOf } from "./pairing.ts";
import { renderAsn1 } from "./render-asn1.ts";
import type { ExtensionReport, Field, Report } from "./report.ts";

/** The reports, then which key belongs to which certificate. */
export function renderInspection({ items, pairs }: Inspection, paint: Paint): string {
  return [...items.map((it) => renderReport(it, paint)), ...pairs.map((it) => renderPair(it, paint))].join("\n\n");
}

export interface Inspection {
  readonly items: readonly Report[];
  readonly pairs: readonly Pair[];
}

/** A report as a person reads it: what it is, its fields, what is unusual, and how to ask OpenSSL. */
function renderReport(report: Report, paint: Paint): string {
  const { extensions = [], contains = [], asn1 } = report;
  const head = `${paint.bold(paint.cyan(printable(report.title)))}  ${paint.dim(placeOf(report))}`;
  if (asn1 !== undefined) return `${head}\n${renderAsn1(asn1, paint)}`;
  return [
    head,
    ...columns(Object.entries(report.fields).flatMap(fieldRows), paint),
    ...(extensions.length > 0 ? [paint.dim("  extensions")] : []),
    ...columns(extensions.flatMap(extensionRows), paint, "    "),
    ...report.warnings.map((warning) => `  ${paint.yellow("warning:")} ${printable(warning)}`),
    ...(report.openssl === undefined ? [] : [paint.dim(`  with OpenSSL: ${report.openssl}`)]),
    ...contains.map((inner) => `\n${renderReport(inner, paint)}`),
  ].join("\n");
}

function renderPair({ key, belongsTo }: Pair, paint: Paint): string {
  if (belongsTo.length === 0) return paint.yellow(`the private key in ${key} belongs to none of the certificates here`);
  return paint.green(`the private key in ${key} belongs to ${printable(belongsTo.join(" and "))}`);
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
