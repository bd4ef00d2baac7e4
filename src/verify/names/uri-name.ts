import { comparableHost } from "./host-name.ts";

/** A URI, taken apart for comparison (RFC 3986 section 3): scheme, authority and host in lower case. */
export interface UriName {
  readonly scheme: string;
  /** Undefined when the URI has none, such as `urn:uuid:…`. */
  readonly authority: { readonly text: string; readonly host: string } | undefined;
  /** All that follows. */
  readonly rest: string;
}

/** Undefined when the text is no absolute URI. */
export function parseUri(text: string): UriName | undefined {
  const [, scheme, authority, rest] = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?(.*)$/.exec(text) ?? [];
  if (scheme === undefined || rest === undefined || /[^\x21-\x7e]/.test(text)) return undefined;
  const parts = authority === undefined ? undefined : { text: authority.toLowerCase(), host: hostOf(authority) };
  return { scheme: scheme.toLowerCase(), authority: parts, rest };
}

/** The host without user and port, as host names are compared; an IPv6 address keeps its brackets. */
function hostOf(authority: string): string {
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  return comparableHost(host) ?? host.toLowerCase();
}
