import { domainToASCII } from "node:url";

/** Octets of a whole name, without the root dot, and of one label (RFC 1034 section 3.1). */
const MAX_NAME = 253;
const MAX_LABEL = 63;

/** How a dNSName breaks the preferred name syntax (RFC 5280 section 4.2.1.6, RFC 1034 section 3.5, RFC 1123 section 2.1). */
export type HostSyntaxFault =
  | "empty"
  | "too-long"
  | "root-dot"
  | "empty-label"
  | "long-label"
  | "character"
  | "hyphen"
  | "address"
  | "underscore"
  | "bare-wildcard"
  | "partial-wildcard"
  | "inner-wildcard";

/** What is wrong with a presented dNSName; undefined when it is a host name, whose left-most label may be `*` (RFC 9525 section 6.3). */
export function hostSyntaxFault(presented: string): HostSyntaxFault | undefined {
  if (presented === "") return "empty";
  if (presented.length > MAX_NAME) return "too-long";
  if (presented === "*") return "bare-wildcard";
  if (presented.endsWith(".")) return "root-dot";
  const labels = presented.split(".");
  if (labels.slice(1).some((label) => label.includes("*"))) return "inner-wildcard";
  const wildcard = labels[0]?.includes("*");
  if (wildcard && labels[0] !== "*") return "partial-wildcard";
  const plain = wildcard ? labels.slice(1) : labels;
  if (/^\d+$/.test(plain.at(-1) ?? "")) return "address";
  const faults = plain.map(labelFault).filter((fault) => fault !== undefined);
  return faults.find((fault) => fault !== "underscore") ?? faults[0];
}

/** True when a client may compare this presented name. Underscores break the syntax and are in use; nothing else is let pass. */
export function isComparable(presented: string): boolean {
  const fault = hostSyntaxFault(presented);
  return fault === undefined || fault === "underscore";
}

/** True for the name of a host, which is what a client may ask for: comparable and no wildcard. */
export function isHostName(text: string): boolean {
  return isComparable(text) && !text.includes("*");
}

/**
 * A host name in the form in which names are compared: A-labels (RFC 9525 section 6.2), lower case, without the root dot.
 * Undefined when the text cannot be brought into it.
 */
export function comparableHost(text: string): string | undefined {
  const ascii = /^[\0-\x7f]*$/.test(text) ? text : toALabels(text);
  return ascii?.toLowerCase().replace(/\.$/, "");
}

function labelFault(label: string): HostSyntaxFault | undefined {
  if (label === "") return "empty-label";
  if (label.length > MAX_LABEL) return "long-label";
  if (/[^A-Za-z0-9_-]/.test(label)) return "character";
  if (label.startsWith("-") || label.endsWith("-")) return "hyphen";
  return label.includes("_") ? "underscore" : undefined;
}

// The URL standard reads a name whose last label is a number as an address, whatever its script; a letter after it prevents that.
// It also stops at the delimiters of a URL, so these must not be there.
function toALabels(text: string): string | undefined {
  if (/[^A-Za-z0-9._*\u0080-\u{10ffff}-]/u.test(text)) return undefined;
  const suffix = ".a";
  const ascii = domainToASCII(text.replace(/[.。．｡]$/u, "") + suffix);
  return ascii === "" ? undefined : ascii.slice(0, -suffix.length);
}
