import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults } from "../../../src/faults/catalogue.ts";
import type { Client as Column } from "../../../src/faults/client.ts";
import type { Outcome } from "../../clients/client.ts";
import { reasonNotMeasured } from "../../clients/not-measured.ts";
import { disagreements, trustAdviceMissing } from "./disagreements.ts";
import { type LiveFault, type LiveFaults, liveFaults } from "./live-faults.ts";

/** Anyone who can be sent to many places. */
export interface Judge {
  readonly name: Column;
  readonly trustedThrough: string;
  /** False for one that starts so slowly that its way back is not worth the wait. */
  readonly isAskedAgain?: boolean;
  /** What came of each. */
  judge(live: LiveFaults, places: readonly LiveFault[]): Promise<readonly Outcome[]>;
}

/** Long enough for the slowest client to see every fault on a busy machine. */
const PATIENCE_MS = 600_000;

/**
 * The circle of every fault: it is built, the client does what the catalogue says, its text leads back to the fault, and once the advice
 * has been followed the client gets in.
 */
export function describeClosure(judges: readonly Judge[]): void {
  let live: LiveFaults;
  beforeAll(async () => {
    live = await liveFaults();
  });
  afterAll(() => live.close());

  describe.each(judges)("$name", (judge) => {
    const asked = ({ fault }: { readonly fault: { readonly id: string } }) =>
      reasonNotMeasured(judge.name, fault.id) === undefined;
    let broken: ReadonlyMap<string, Outcome>;
    let mended: ReadonlyMap<string, Outcome>;
    beforeAll(async () => {
      broken = await outcomesOf(live.broken.filter(asked));
      mended = await outcomesOf(live.mended.filter((place) => asked(place) && isAskedAgain(place)));
    }, PATIENCE_MS);

    /** A browser cannot be told which certificate to show. */
    const isAskedAgain = ({ fault, target }: LiveFault) =>
      broken.get(fault.id)?.accepted === false &&
      judge.isAskedAgain !== false &&
      (target.certFile === undefined || reasonNotMeasured(judge.name, "client-expired") === undefined);
    const outcomesOf = async (places: readonly LiveFault[]) => {
      const outcomes = await judge.judge(live, places);
      return new Map(places.map(({ fault }, index) => [fault.id, outcomes[index] as Outcome]));
    };

    it.each(faults.map((fault) => ({ id: fault.id, fault })).filter(asked))("$id", ({ id, fault }) => {
      const outcome = broken.get(id) as Outcome;
      expect(disagreements(fault, judge.name, outcome)).toEqual([]);
      if (outcome.accepted) return;
      if (mended.has(id)) expect(mended.get(id)).toMatchObject({ accepted: true });
      if (fault.needs === "trust") expect(trustAdviceMissing(fault, outcome, judge.trustedThrough)).toBe(false);
    });
  });
}
