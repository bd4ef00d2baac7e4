import type { Outcome, RuleFacts } from "./rule.ts";

/** A rule made ready to be run: all of one shape, so that the engine's inline caches hold. */
export interface ReadyRule<Subject, Context> {
  readonly rule: RuleFacts;
  /** Undefined: always. */
  readonly applies: ((subject: Subject, context: Context) => boolean) | undefined;
  readonly check: (subject: Subject, context: Context) => Outcome;
}

export function ready<Subject, Context>(
  rule: RuleFacts & Pick<ReadyRule<Subject, Context>, "check"> & Partial<Pick<ReadyRule<Subject, Context>, "applies">>,
): ReadyRule<Subject, Context> {
  return { rule, applies: rule.applies, check: rule.check };
}
