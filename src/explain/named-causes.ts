import type { Fault } from "../faults/fault.ts";

/** How much likelier a fault is that the text names, and how much less the others that print the same message. */
const NAMED = 10;
const NOT_NAMED = 0.05;

/** A detail that messages give, the faults that it speaks for, and those that it speaks against. Bounded repetitions: the time stays linear. */
interface NamedCause {
  readonly form: RegExp;
  readonly speaksFor: readonly string[];
  readonly speaksAgainst: readonly string[];
}

const namedCauses: readonly NamedCause[] = [
  { form: /\bSHA1with/i, speaksFor: ["sha1-signature"], speaksAgainst: ["md5-signature", "weak-curve"] },
  { form: /\bMD5with/i, speaksFor: ["md5-signature"], speaksAgainst: ["sha1-signature", "weak-curve"] },
  { form: /\btarget\s{1,8}ipv[46]\s{1,8}address\b/, speaksFor: ["ip-no-ip-san", "ip-in-dns-san"], speaksAgainst: [] },
  { form: /\bno[\s_]{1,8}shared[\s_]{1,8}cipher\b/i, speaksFor: ["no-shared-cipher"], speaksAgainst: [] },
];

/** Lets an algorithm, an address or a parameter that the text names decide between faults that print the same. */
export function namedCauseBoost(text: string): (fault: Fault) => number {
  const named = namedCauses.filter(({ form }) => form.test(text));
  const likelier = new Set(named.flatMap(({ speaksFor }) => speaksFor));
  const unlikelier = new Set(named.flatMap(({ speaksAgainst }) => speaksAgainst));
  return ({ id }) => (likelier.has(id) ? NAMED : unlikelier.has(id) ? NOT_NAMED : 1);
}
