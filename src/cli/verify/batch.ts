import type { ExitCode } from "../command.ts";
import type { Context } from "../context.ts";
export async function runBatch(_context: Context): Promise<ExitCode> {
  return 0;
}
