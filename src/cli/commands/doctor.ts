import { type DoctorReport, examine } from "../../ca/doctor/examine.ts";
import type { Settlement } from "../../store/store-facts.ts";
import { renderDoctor } from "../ca/render-doctor.ts";
import { settlePatiently } from "../ca/settle-patiently.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";

/** What is wrong with the store; with --fix, what is left after it was settled. */
export interface DoctorOutcome extends DoctorReport {
  readonly location: string;
  readonly settlement: Settlement | undefined;
}

/** Exit status 1 when something does not work. */
export async function run(context: Context, { fix }: Input<"doctor">): Promise<ExitCode> {
  const outcome = await withStore(context, async (ca) => {
    const settlement = fix ? await settlePatiently(context, ca) : undefined;
    return { location: ca.store.location, settlement, ...(await examine(ca)) };
  });
  context.output.result(outcome, renderDoctor);
  return outcome.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
