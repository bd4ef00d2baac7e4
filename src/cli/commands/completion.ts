import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import { completionScript } from "../completion/script.ts";
import type { Context } from "../context.ts";

export async function run(context: Context, { shell }: Input<"completion">): Promise<ExitCode> {
  context.output.result({ shell, script: completionScript(shell) }, ({ script }) => script);
  return 0;
}
