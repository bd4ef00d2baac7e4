import type { Fault } from "../faults/fault.ts";

/** How much more likely a fault is when the names in the message show it. */
const SHOWN = 200;

/** What stands before the list of names that the certificate is for, and what ends it. */
const lists: readonly (readonly [before: string, after: string])[] = [
  ["is not in the cert's altnames:", "\n"],
  ["is not in the cert's list:", "\n"],
  ["certificate is valid for ", ", not "],
  ["certificate is only valid for ", "\n"],
];

/** No list of names that helps anybody is longer. */
const LONGEST_LIST = 4000;

/** The names that a message says the certificate is for: `["DNS:*.example.com"]`. */
export function certifiedNames(text: string): readonly string[] | undefined {
  for (const [before, after] of lists) {
    const start = text.indexOf(before);
    if (start < 0) continue;
    const [list = ""] = text.slice(start + before.length, start + before.length + LONGEST_LIST).split(after);
    return list
      .split(/, | or /)
      .map((name) => name.trim().replace(/^"|"$/g, ""))
      .filter((name) => name !== "");
  }
  return undefined;
}

/** Lets the names decide between the faults of names. */
export function nameBoost(names: readonly string[] | undefined): (fault: Fault) => number {
  const shown =
    names === undefined ? undefined : faultShownBy(names.map((name) => name.replace(/^[A-Z][A-Za-z ]*:/, "")));
  return ({ id }) => (id === shown ? SHOWN : 1);
}

function faultShownBy(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  if (names.includes("*")) return "bare-wildcard";
  if (names.some((name) => /^[^.]*\*/.test(name) && !name.startsWith("*."))) return "partial-wildcard";
  if (names.some((name) => name.startsWith("*."))) return "wrong-host-wildcard";
  return "wrong-host";
}
