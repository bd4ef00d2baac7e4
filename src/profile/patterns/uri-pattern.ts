import { dnsPattern } from "./dns-pattern.ts";
import { type NamePattern, singlePattern } from "./name-pattern.ts";

/** What a URI pattern looks like, for messages and docs. */
export const URI_PATTERN_FORM =
  "a scheme (spiffe:), a host written as a DNS pattern (https://*.example.com), or a path with all below it (spiffe://example.org/ns/prod)";

/**
 * A pattern over URIs: schemes and hosts compare without case, paths exactly and by whole segments. A path with dot segments may lead
 * anywhere (RFC 3986 section 5.2.4): it is contained in no path pattern and overlaps with all. Undefined when the text is no such pattern.
 */
export function uriPattern(text: string): NamePattern<string> | undefined {
  const pattern = splitUri(text);
  if (pattern === undefined || pattern.rest !== "") return undefined;
  const { scheme, host, path } = pattern;
  if (host === undefined)
    return path === "" ? singlePattern(text, (uri) => splitUri(uri)?.scheme === scheme) : undefined;
  const hosts = dnsPattern(host);
  if (hosts === undefined) return undefined;
  const base = path.replace(/\/$/, "");
  const matches = (uri: string, dotSegments: boolean): boolean => {
    const asked = splitUri(uri);
    if (asked?.scheme !== scheme || asked.host === undefined || !hosts.contains(asked.host)) return false;
    if (base !== "" && /(^|\/)(\.|%2e){1,2}(\/|$)/i.test(asked.path)) return dotSegments;
    return asked.path === base || asked.path.startsWith(`${base}/`);
  };
  return { text, contains: (uri) => matches(uri, false), overlaps: (uri) => matches(uri, true) };
}

interface UriParts {
  readonly scheme: string;
  /** Without user and port; undefined when there is no authority. */
  readonly host: string | undefined;
  readonly path: string;
  readonly rest: string;
}

/** The parts that patterns look at (RFC 3986 appendix B). */
function splitUri(uri: string): UriParts | undefined {
  const [, scheme, authority, path = "", rest = ""] =
    /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(.*)$/is.exec(uri) ?? [];
  if (scheme === undefined) return undefined;
  const host = authority?.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  return { scheme: scheme.toLowerCase(), host, path, rest };
}
