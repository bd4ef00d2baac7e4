import { dnsNameProblem, toAscii } from "../../x509/dns-name.ts";

/** How a presented dNSName is not the name of a host. */
export interface HostSyntaxFault {
  readonly kind:
    | "bare-wildcard"
    | "partial-wildcard"
    | "inner-wildcard"
    | "root-dot"
    | "address"
    | "underscore"
    | "syntax";
  readonly why: string;
}

/**
 * What is wrong with a presented dNSName by the preferred name syntax (RFC 5280 section 4.2.1.6); undefined when nothing is. The left-most
 * label may be `*` as a whole (RFC 9525 section 6.3).
 */
export function hostSyntaxFault(presented: string): HostSyntaxFault | undefined {
  return presented.length <= 253 && ordinary.test(presented) ? undefined : explain(presented);
}

/** Labels of letters, digits and inner hyphens, of which the last is no number; the first may be a wildcard. */
const ordinary = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

function explain(presented: string): HostSyntaxFault | undefined {
  if (presented === "*") return { kind: "bare-wildcard", why: "a wildcard alone stands for no domain" };
  if (presented.endsWith(".")) return { kind: "root-dot", why: "it ends with a dot" };
  const [first = "", ...rest] = presented.split(".");
  if (rest.some((label) => label.includes("*")))
    return { kind: "inner-wildcard", why: "a wildcard stands in another label than the first" };
  if (first.includes("*") && first !== "*")
    return { kind: "partial-wildcard", why: "a wildcard is only a part of its label" };
  if (/^\d+$/.test(rest.at(-1) ?? first))
    return { kind: "address", why: "its last label is a number, as in an IP address" };
  const problem = dnsNameProblem(presented);
  if (problem !== undefined) return { kind: "syntax", why: problem.why };
  return presented.includes("_") ? { kind: "underscore", why: "it holds an underscore" } : undefined;
}

/** True when a client may compare this presented name. Underscores break the syntax and are in use; nothing else is let pass. */
export function isComparable(presented: string): boolean {
  const fault = hostSyntaxFault(presented);
  return fault === undefined || fault.kind === "underscore";
}

/** True for the name of a host, which is what a client may ask for: comparable and no wildcard. */
export function isHostName(text: string): boolean {
  return isComparable(text) && !text.includes("*");
}

/**
 * A host name in the form in which names are compared: A-labels (RFC 9525 section 6.2), lower case, without the root dot.
 * Undefined when the text is none.
 */
export function comparableHost(text: string): string | undefined {
  const ascii = toAscii(text.replace(/\.$/, ""));
  return typeof ascii === "string" && isHostName(ascii) ? ascii : undefined;
}
