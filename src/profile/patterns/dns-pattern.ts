import type { NamePattern } from "./name-pattern.ts";

/** What a DNS pattern looks like, for messages and docs. */
export const DNS_PATTERN_FORM =
  "a name (www.example.com), a suffix for every name below (.example.com), or a glob of one label (*.example.com, web-*.example.com)";

/**
 * A pattern over DNS names, which compare without case. `*` stands for any letters of one label, a leading dot for one or more labels.
 * A name may itself be a wildcard (RFC 9525 section 6.3): its leftmost label then stands for every label.
 * Undefined when the text is not such a pattern.
 */
export function dnsPattern(text: string): NamePattern<string> | undefined {
  const suffix = text.startsWith(".");
  const labels = (suffix ? text.slice(1) : text).toLowerCase().split(".");
  if (!labels.every((label) => /^(?=.{1,63}$)[a-z0-9_-]*\*?[a-z0-9_-]*$/.test(label))) return undefined;
  const matches = (name: string, matchesWildcard: (glob: string) => boolean): boolean => {
    const asked = name.toLowerCase().split(".");
    const extra = asked.length - labels.length;
    if (suffix ? extra < 1 : extra !== 0) return false;
    return labels.every((glob, i) => {
      const label = asked[i + extra] as string;
      return label === "*" && i + extra === 0 ? matchesWildcard(glob) : matchesLabel(glob, label);
    });
  };
  return {
    text,
    contains: (name) => matches(name, (glob) => glob === "*"),
    overlaps: (name) => matches(name, () => true),
  };
}

function matchesLabel(glob: string, label: string): boolean {
  const star = glob.indexOf("*");
  if (star < 0) return label === glob;
  const fits = label.length >= glob.length - 1;
  return fits && label.startsWith(glob.slice(0, star)) && label.endsWith(glob.slice(star + 1));
}
