import { domainToASCII } from "node:url";
import { isAscii } from "../asn1/string-type.ts";

/** Why a text is no DNS name, and what to write instead. */
export interface NameProblem {
  readonly why: string;
  readonly fix: string;
}

/**
 * The name as certificates hold it: lower case, internationalised labels as A-labels (RFC 5890). A `*` may stand anywhere: what it may
 * match is for the policy to say.
 */
export function toAscii(name: string): string | NameProblem {
  const ascii = isAscii(name) ? name.toLowerCase() : toALabels(name);
  if (ascii === "") return { why: "its international letters form no domain name", fix: "write the A-labels (xn--…)" };
  return dnsNameProblem(ascii) ?? ascii;
}

/** Labels of 1 to 63 letters, digits, underscores, wildcards and inner hyphens, of which the last is no number. */
const wellFormed =
  /^(?:[a-z0-9_*](?:[a-z0-9_*-]{0,61}[a-z0-9_*])?\.)*(?!\d+$)[a-z0-9_*](?:[a-z0-9_*-]{0,61}[a-z0-9_*])?$/i;

/** What is wrong with a DNS name in ASCII by RFC 1123 section 2.1, underscores let pass as service names have them. */
export function dnsNameProblem(name: string): NameProblem | undefined {
  // One pattern says that nothing is; only a name that it refuses is taken apart.
  return name.length <= 253 && wellFormed.test(name) ? undefined : explain(name);
}

function explain(name: string): NameProblem | undefined {
  if (name.length > 253) return { why: `it has ${name.length} characters, DNS allows 253`, fix: "use a shorter name" };
  if (name.endsWith("."))
    return { why: "it ends with a dot", fix: `write ${name.replace(/\.+$/, "") || "a name"} without it` };
  const labels = name.split(".");
  for (const label of labels) {
    if (label === "")
      return { why: "it has an empty label", fix: "write one dot between two labels, none at the start" };
    if (label.length > 63) return { why: `the label ${label} is longer than 63 characters`, fix: "use shorter labels" };
    if (label.startsWith("-") || label.endsWith("-"))
      return {
        why: `the label ${label} begins or ends with a hyphen`,
        fix: "put hyphens only between letters or digits",
      };
    const wrong = /[^a-z0-9_*-]/i.exec(label)?.[0];
    if (wrong !== undefined)
      return { why: `${described(wrong)} cannot stand in a DNS name`, fix: "use letters, digits, hyphens and dots" };
  }
  if (/^\d+$/.test(labels.at(-1) as string))
    return {
      why: "its last label is a number, so programs read it as an IP address",
      fix: "write four numbers of 0 to 255, or a name",
    };
  return undefined;
}

// domainToASCII ends a name at the delimiters of a URL, so these must not be there.
function toALabels(name: string): string {
  return /[^A-Za-z0-9._*\u0080-\u{10ffff}-]/u.test(name) ? "" : domainToASCII(name);
}

function described(character: string): string {
  return /\s/.test(character) ? "a space" : `"${character}"`;
}
