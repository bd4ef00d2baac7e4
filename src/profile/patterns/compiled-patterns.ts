import type { PatternTerms, SubjectAltNameTerms } from "../profile.ts";
import { dnsPattern } from "./dns-pattern.ts";
import { emailPattern } from "./email-pattern.ts";
import { ipPattern } from "./ip-pattern.ts";
import type { NamePattern } from "./name-pattern.ts";
import { uriPattern } from "./uri-pattern.ts";

/** Allow and deny patterns of one kind of name, compiled. */
export interface PatternList<Value> {
  readonly allow: readonly NamePattern<Value>[];
  readonly deny: readonly NamePattern<Value>[];
}

export interface CompiledPatterns {
  readonly dns: PatternList<string>;
  readonly ip: PatternList<Uint8Array>;
  readonly email: PatternList<string>;
  readonly uri: PatternList<string>;
}

export function compilePatterns({ dns, ip, email, uri }: SubjectAltNameTerms): CompiledPatterns {
  return {
    dns: compileList(dns, dnsPattern),
    ip: compileList(ip, ipPattern),
    email: compileList(email, emailPattern),
    uri: compileList(uri, uriPattern),
  };
}

// The schema has read every pattern already.
function compileList<Value>(
  { allow, deny }: PatternTerms,
  compile: (text: string) => NamePattern<Value> | undefined,
): PatternList<Value> {
  const all = (texts: readonly string[]) => texts.map((text) => compile(text) as NamePattern<Value>);
  return { allow: all(allow), deny: all(deny) };
}
