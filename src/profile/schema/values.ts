import { z } from "zod";
import { encodeOid } from "../../asn1/oid.ts";
import { OID, oidOf } from "../../asn1/oids.ts";
import { cidrToBytes } from "../../x509/ip-address.ts";
import { Name } from "../../x509/name.ts";
import { DURATION_FORM, parseDuration } from "../duration.ts";
import { nearest } from "../nearest.ts";
import { urlTemplateProblem } from "../url-template.ts";

/** What a text stands for, or why it stands for nothing. */
type Reading<Value> = { readonly value: Value } | { readonly problem: string };

/** A text of a template that becomes a value. `title` names its type in the docs. */
function textOf<Value>(title: string, read: (text: string) => Reading<Value>): z.ZodType<Value, string> {
  return z
    .string()
    .transform((text, context) => {
      const reading = read(text);
      if ("value" in reading) return reading.value;
      context.addIssue(reading.problem);
      return z.NEVER;
    })
    .meta({ title });
}

/** A text that stays as it is once `parse` has understood it. */
export function textLike(title: string, form: string, parse: (text: string) => unknown): z.ZodType<string, string> {
  return textOf(title, (text) =>
    parse(text) === undefined ? { problem: `"${text}" is not ${form}` } : { value: text },
  );
}

/** Seconds, from `90d`. */
export const duration: z.ZodType<number, string> = textOf("duration", (text) => {
  const value = parseDuration(text);
  return value === undefined ? { problem: `"${text}" is not ${DURATION_FORM}` } : { value };
});

export const dottedOid: z.ZodType<string, string> = textLike("object identifier", "dotted decimals", readOid);

/** An attribute type of a distinguished name: X.520, RFC 4519 and the arcs that CAs add. */
export const attributeType: z.ZodType<string, string> = namedOid(
  "attribute type",
  /^(2\.5\.4\.|0\.9\.2342\.19200300\.100\.1\.|1\.2\.840\.113549\.1\.9\.[128]$|1\.3\.6\.1\.4\.1\.311\.60\.2\.1\.)/,
);

/** A key purpose of extendedKeyUsage: RFC 5280 section 4.2.1.12, and those of Microsoft, Netscape and Kerberos. */
export const keyPurpose: z.ZodType<string, string> = namedOid(
  "key purpose",
  /^(1\.3\.6\.1\.5\.5\.7\.3\.|2\.5\.29\.37\.0$|1\.3\.6\.1\.4\.1\.311\.(10\.3|20\.2)\.|2\.16\.840\.1\.113730\.4\.|1\.3\.6\.1\.5\.2\.3\.)/,
);

export const ipRange: z.ZodType<string, string> = textLike("IP range", "a range such as 10.0.0.0/8", cidrToBytes);

/** The base of a DNS or URI subtree. */
export const host: z.ZodType<string, string> = textLike(
  "host",
  "a host such as corp.example, or .corp.example",
  (text) => /^\.?[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/i.exec(text),
);

export const distinguishedName: z.ZodType<string, string> = textLike(
  "distinguished name",
  "a name such as O=Example,C=DE",
  (text) => attempt(() => Name.fromString(text)),
);

export const urlTemplate: z.ZodType<string, string> = textOf("URL template", (text) => {
  const problem = urlTemplateProblem(text);
  return problem === undefined ? { value: text } : { problem: `"${text}" ${problem}` };
});

/** An identifier of these arcs by its name in any case or its RFC 4514 keyword, or any dotted one. */
function namedOid(title: string, arcs: RegExp): z.ZodType<string, string> {
  const known = Object.entries(OID).flatMap(([name, oid]) => (arcs.test(oid) ? [name] : []));
  return textOf(title, (text) => {
    const value = readOid(text) ?? oidOf(text);
    if (value !== undefined && (value === text || arcs.test(value))) return { value };
    const near = nearest(text, known);
    return { problem: `"${text}" is not a known ${title}${near === undefined ? "" : `; did you mean ${near}?`}` };
  });
}

function readOid(text: string): string | undefined {
  return attempt(() => encodeOid(text)) && text;
}

function attempt<Value>(parse: () => Value): Value | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
