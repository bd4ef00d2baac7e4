import type { Interrupter, Moment, WireScript } from "./wire-script.ts";

/** The script ends the connection here. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly by: Interrupter;

  constructor(by: Interrupter) {
    super(`interrupted by ${by}`);
    this.by = by;
  }
}

/** @throws Interrupted when the script says so */
export function interruptAt(moment: Moment, { interrupt }: WireScript): void {
  if (interrupt?.at === moment) throw new Interrupted(interrupt.by);
}
