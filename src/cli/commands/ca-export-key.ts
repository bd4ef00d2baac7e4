import { resolve } from "node:path";
import { takeKeyOffline } from "../../ca/take-key-offline.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { shortPath } from "../ca/delivered.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";

export async function run(context: Context, input: Input<"ca export-key">): Promise<ExitCode> {
  const { name, out } = input;
  if (out === undefined) {
    const advice = "name the folder on the offline media with --out";
    throw new PkiError("ERR_USAGE", { problem: "there is no place for the key to go to", advice });
  }
  const passphrase = passphraseOf(context, input, "Passphrase of the key");
  const paths = await withStore(context, (ca) => takeKeyOffline(ca, name, resolve(context.cwd, out), { passphrase }));
  const files = paths.map((path) => shortPath(context, path));
  context.output.result({ files }, (report) => report.files.join("\n"));
  context.output.note(`the key of ${name} is no longer in the store; \`rootcause ca import-key\` puts it back`);
  return 0;
}
