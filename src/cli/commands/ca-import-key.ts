import { bringKeyBack } from "../../ca/bring-key-back.ts";
import { authorityReport } from "../ca/authority-report.ts";
import { keyPassphrase } from "../ca/key-passphrase.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { readInput } from "../read-input.ts";
import { printable } from "../text/printable.ts";

export async function run(context: Context, input: Input<"ca import-key">): Promise<ExitCode> {
  const source = await readInput(context, input.key);
  const passphrase = keyPassphrase(context, input, source, `Passphrase of ${input.key}`);
  const record = await withStore(context, (ca) =>
    bringKeyBack(ca, input.name, Buffer.from(source).toString("utf8"), { passphrase }),
  );
  context.output.result(
    authorityReport(record),
    ({ name }, paint) => `the key of ${paint.bold(printable(name))} is back in the store`,
  );
  return 0;
}
