import { bringKeyBack } from "../../ca/bring-key-back.ts";
import { authorityReport } from "../ca/authority-report.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";
import { readInput } from "../read-input.ts";

export async function run(context: Context, input: Input<"ca import-key">): Promise<ExitCode> {
  const pem = Buffer.from(await readInput(context, input.key)).toString("utf8");
  const passphrase = passphraseOf(context, input, `Passphrase of ${input.key}`);
  const record = await withStore(context, (ca) => bringKeyBack(ca, input.name, pem, { passphrase }));
  context.output.result(
    authorityReport(record),
    ({ name }, paint) => `the key of ${paint.bold(name)} is back in the store`,
  );
  return 0;
}
