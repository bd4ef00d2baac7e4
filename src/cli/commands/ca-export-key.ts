import { resolve } from "node:path";
import { storedKeyPem } from "../../ca/authority-key.ts";
import { chooseAuthority, requireAuthorities } from "../../ca/choose-authority.ts";
import { takeKeyOffline } from "../../ca/take-key-offline.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { shortPath } from "../ca/delivery.ts";
import { keyPassphrase } from "../ca/key-passphrase.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { columns } from "../text/columns.ts";

export async function run(context: Context, input: Input<"ca export-key">): Promise<ExitCode> {
  const { name, out } = input;
  if (out === undefined) throw nowhereToGo();
  const [key = "", cert = ""] = await withStore(context, async (ca) => {
    const record = chooseAuthority(await requireAuthorities(ca.store), name);
    const source = Buffer.from(await storedKeyPem(ca.store, record));
    const passphrase = keyPassphrase(context, input, source, `Passphrase of the key of ${record.name}`);
    return takeKeyOffline(ca, record.id, resolve(context.cwd, out), { passphrase });
  });
  const report = { files: { key: shortPath(context, key), cert: shortPath(context, cert) } };
  context.output.result(report, ({ files }, paint) => columns(Object.entries(files), paint, "").join("\n"));
  context.output.note("the key is no longer in the store; `rootcause ca import-key` puts it back");
  return 0;
}

function nowhereToGo(): PkiError {
  const advice = "name the folder on the offline media with --out";
  return new PkiError("ERR_USAGE", { problem: "there is no place for the key to go to", advice });
}
