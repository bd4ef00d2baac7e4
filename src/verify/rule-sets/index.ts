import type { RuleSet } from "../rule-set.ts";
import { rfc5280 } from "./rfc5280.ts";

const sets = { rfc5280 } as const;
sets satisfies Record<string, RuleSet>;

export type RuleSetName = keyof typeof sets;

/** Every rule set by its name. */
export const ruleSets: Readonly<Record<RuleSetName, RuleSet>> = sets;

/** @throws TypeError when there is no such set */
export function ruleSetNamed(name: string): RuleSet {
  if (Object.hasOwn(ruleSets, name)) return ruleSets[name as RuleSetName];
  throw new TypeError(`${name} is not a rule set: take one of ${Object.keys(ruleSets).join(", ")}`);
}
