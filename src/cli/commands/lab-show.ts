import { Laboratory } from "../../faults/build/laboratory.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { namedFault } from "../lab/named-faults.ts";
import { renderShown } from "../lab/render-shown.ts";
import { showFault } from "../lab/show-fault.ts";

export async function run(context: Context, { id }: Input<"lab show">): Promise<ExitCode> {
  const shown = showFault(namedFault(id), new Laboratory(context.now()));
  context.output.result(shown, (value, paint) => renderShown(value, paint, context.output.width));
  return 0;
}
