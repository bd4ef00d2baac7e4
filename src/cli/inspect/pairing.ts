import type { Report } from "./report.ts";

/** A private key and what it belongs to, each as `file, line`. */
export interface Pair {
  readonly key: string;
  readonly belongsTo: readonly string[];
}

/** Which certificates and requests each private key belongs to; a key that stays encrypted belongs to none. */
export function pairUp(reports: readonly Report[]): readonly Pair[] {
  const all = reports.flatMap(withContents);
  const holders = all.filter(({ kind }) => kind === "certificate" || kind === "certificate-request");
  const keys = all.filter(({ kind }) => kind === "private-key" || kind === "encrypted-private-key");
  return keys.map((key) => ({
    key: placeOf(key),
    belongsTo: holders.filter((it) => isSameKey(it, key)).map((it) => `${it.title} (${placeOf(it)})`),
  }));
}

/** "cert.pem, line 1". */
export function placeOf({ file, line, encoding }: Report): string {
  const name = file === "-" ? "standard input" : file;
  return line === undefined ? `${name}, ${encoding}` : `${name}, line ${line}`;
}

function withContents(report: Report): readonly Report[] {
  return [report, ...(report.contains ?? []).flatMap(withContents)];
}

function isSameKey(a: Report, b: Report): boolean {
  const hash = b.fields.publicKeySha256?.value;
  return hash !== undefined && a.fields.publicKeySha256?.value === hash;
}
