import type { FixRole } from "../verify/finding.ts";

/** One thing explained by itself: a fault, a number, a version, a cipher suite, a concept. */
export interface Entry {
  readonly kind: "fault" | "number" | "version" | "suite" | "topic";
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Facts with their labels. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly fix: readonly { readonly role: FixRole; readonly text: string }[];
  /** Fault ids to read on. */
  readonly faults: readonly string[];
}
