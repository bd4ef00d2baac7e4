import type { Fault } from "../faults/fault.ts";

/** How much more likely a fault is when the names in the message show it. */
const SHOWN = 200;

/** What stands before the list of names that the certificate is for. */
const beginnings = [
  "is not in the cert's altnames:",
  "is not in the cert's list:",
  "certificate is valid for",
  "certificate is only valid for",
];

/** No list of names that helps anybody is longer. */
const LONGEST_LIST = 4000;

/** A name as messages list it: `DNS:*.example.com`, `10.0.0.1`, `DnsName("a.test")`. */
const NAME = /^(?:DNS:|IP Address:|\w+\()?"?([\w.*:-]+)"?\)?/;

/** The names that a message says the certificate is for. */
export function certifiedNames(text: string): readonly string[] {
  const flat = text.replace(/\s+/g, " ");
  const names: string[] = [];
  for (const beginning of beginnings) {
    const start = flat.indexOf(beginning);
    if (start < 0) continue;
    const from = start + beginning.length;
    for (const item of flat.slice(from, from + LONGEST_LIST).split(/, | or /)) {
      const [whole = "", name] = NAME.exec(item.trim()) ?? [];
      if (name !== undefined && name !== "not") names.push(name);
      if (whole.length < item.trim().length) break;
    }
  }
  return names;
}

/** Lets the names decide between the faults of names. */
export function nameBoost(names: readonly string[]): (fault: Fault) => number {
  const shown = faultShownBy(names);
  return ({ id }) => (id === shown ? SHOWN : 1);
}

function faultShownBy(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  if (names.includes("*")) return "bare-wildcard";
  if (names.some((name) => /^[^.]*\*/.test(name) && !name.startsWith("*."))) return "partial-wildcard";
  if (names.some((name) => name.startsWith("*."))) return "wrong-host-wildcard";
  return "wrong-host";
}
