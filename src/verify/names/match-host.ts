import { comparableHost, hostSyntaxFault, isComparable } from "./host-name.ts";
import type { NameMismatchCode, NameRule } from "./name-mismatch.ts";

/**
 * True when a presented dNSName stands for the host (RFC 9525 section 6.3). A wildcard is the whole left-most label and stands for one label.
 * @param host as `comparableHost` makes it.
 */
export function matchesHost(presented: string, host: string): boolean {
  const name = presented.toLowerCase();
  if (name === host) return true; // which is comparable already
  return name.startsWith("*.") && name.slice(2) === parentOf(host) && isComparable(name);
}

/** Why a presented dNSName that does not match came close. */
export interface HostRefusal {
  readonly code: NameMismatchCode;
  readonly rule: NameRule;
}

/** Undefined when the presented name is just another one. */
export function hostRefusal(presented: string, host: string): HostRefusal | undefined {
  const name = presented.toLowerCase();
  switch (hostSyntaxFault(name)?.kind) {
    case "bare-wildcard":
      return { code: "bare-wildcard", rule: "bare" };
    case "partial-wildcard":
      return coversAsGlob(name, host) ? { code: "partial-wildcard", rule: "partial" } : undefined;
    case "inner-wildcard":
      return coversAsGlob(name, host) ? { code: "wrong-host-wildcard", rule: "inner" } : undefined;
    case "root-dot":
      return comparableHost(name) === host ? { code: "wrong-host", rule: "rootDot" } : undefined;
    case undefined:
    case "underscore":
      return wildcardRefusal(name, host);
    default:
      return name === host ? { code: "wrong-host", rule: "syntax" } : undefined;
  }
}

function wildcardRefusal(name: string, host: string): HostRefusal | undefined {
  if (!name.startsWith("*.")) return undefined;
  if (host === name.slice(2)) return { code: "wrong-host-wildcard", rule: "apex" };
  return host.endsWith(name.slice(1)) ? { code: "wrong-host-wildcard", rule: "depth" } : undefined;
}

/** What someone who wrote this wildcard hoped for: any letters of the label where the `*` is. */
function coversAsGlob(name: string, host: string): boolean {
  const labels = name.split(".");
  const asked = host.split(".");
  return labels.length === asked.length && labels.every((label, i) => globCovers(label, asked[i] as string));
}

function globCovers(label: string, asked: string): boolean {
  const [head = "", ...rest] = label.split("*");
  if (rest.length === 0) return label === asked;
  return asked.length >= label.length - rest.length && asked.startsWith(head) && asked.endsWith(rest.at(-1) ?? "");
}

function parentOf(host: string): string | undefined {
  const dot = host.indexOf(".");
  return dot < 1 ? undefined : host.slice(dot + 1);
}
