import { faultGroups } from "../../faults/catalogue.ts";
import type { FaultGroup } from "../../faults/fault.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { renderFaults } from "../lab/render-faults.ts";

export async function run(context: Context, { group }: Input<"lab list">): Promise<ExitCode> {
  const groups = group === undefined ? (Object.keys(faultGroups) as FaultGroup[]) : [group];
  const listed = groups.flatMap((group) =>
    faultGroups[group].map(({ id, title, severity }) => ({ id, title, severity, group })),
  );
  context.output.result(listed, renderFaults);
  return 0;
}
