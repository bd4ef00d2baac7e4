import { resolve } from "node:path";
import { presign } from "../../ca/ocsp/presign.ts";
import { shortPath } from "../ca/delivery.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { openStoreResponder } from "../ocsp/open-store-responder.ts";
import { relativeText } from "../text/time.ts";

export async function run(context: Context, input: Input<"ocsp presign">): Promise<ExitCode> {
  const directory = resolve(context.cwd, input.out);
  const { nextUpdate, ...counts } = await withStore(context, async (ca) =>
    presign(ca, await openStoreResponder(context, ca, input), directory),
  );
  const report = { directory: shortPath(context, directory), ...counts, nextUpdate: nextUpdate?.toISOString() };
  context.output.result(report, ({ directory, certificates, responses, removed }, paint) => {
    const head = `${paint.green("signed")} ${responses} responses for ${certificates} certificates into ${paint.bold(directory)}`;
    const gone = removed === 0 ? "" : `, and removed ${removed} that lapsed`;
    const until = nextUpdate === undefined ? "" : `\n  the first lapses ${relativeText(nextUpdate, context.now())}`;
    return `${head}${gone}${until}`;
  });
  return 0;
}
