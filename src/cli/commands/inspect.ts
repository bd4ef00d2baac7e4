import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { describe } from "../inspect/describe.ts";
import { findObjects } from "../inspect/find.ts";
import { renderReport } from "../inspect/render.ts";
import type { Report } from "../inspect/report.ts";
import { passphraseOf } from "../passphrase.ts";
import { readInput } from "../read-input.ts";

export async function run(context: Context, input: Input<"inspect">): Promise<ExitCode> {
  const reports: Report[] = [];
  for (const file of input.files) {
    const found = findObjects(await readInput(context, file), file);
    for (const object of found) {
      reports.push(
        await describe(object, {
          now: context.now(),
          passphrase: passphraseOf(context, input, "Passphrase"),
          alone: found.length === 1,
        }),
      );
    }
  }
  context.output.result({ items: reports }, ({ items }, paint) =>
    items.map((it) => renderReport(it, paint)).join("\n\n"),
  );
  return 0;
}
