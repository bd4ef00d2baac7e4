import { once } from "node:events";
import { faults } from "../../faults/catalogue.ts";
import { startLab } from "../../lab/serve/start-lab.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { reportLab } from "../lab/lab-report.ts";
import { namedFaults } from "../lab/named-faults.ts";
import { renderLab } from "../lab/render-lab.ts";
import { withFolder } from "../lab/with-folder.ts";
import { writeReadyFile } from "../ready-file.ts";

const LOOPBACK = /^(127\.|::1$|localhost$)/;

/** Ends when it is told to. */
export async function run(context: Context, input: Input<"lab serve">): Promise<ExitCode> {
  const { output, signal, now } = context;
  const { ids, all, host, port, readyFile } = input;
  const chosen = all || ids.length === 0 ? faults : namedFaults(ids);
  if (!LOOPBACK.test(host)) output.note("rootcause: others can reach these servers, and they are broken on purpose");
  await withFolder(context, input, async (folder) => {
    const lab = await startLab(chosen, { now, host, ...(port !== undefined && { port }) });
    try {
      const report = await reportLab(lab, folder);
      for (const { id, error } of report.failed) output.note(`rootcause: ${id} is not served: ${error}`);
      output.result(report, renderLab);
      if (readyFile !== undefined) await writeReadyFile(context, readyFile, report);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await lab.close();
    }
  });
  return 0;
}
