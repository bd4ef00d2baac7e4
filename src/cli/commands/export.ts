import { deliver } from "../../ca/deliver.ts";
import { exportFiles } from "../../ca/export/export-files.ts";
import { showCertificate } from "../../ca/show-certificate.ts";
import { PrivateKey } from "../../keys/private-key.ts";
import { PublicKey } from "../../keys/public-key.ts";
import { deliveryOf, pathsByKind } from "../ca/delivery.ts";
import { formatsOf, pkcs12Passphrase } from "../ca/formats-of.ts";
import { withStore } from "../ca/store.ts";
import { folderOf, whichCertificate } from "../ca/which-certificate.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";
import { readInput } from "../read-input.ts";
import { columns } from "../text/columns.ts";

export async function run(context: Context, input: Input<"export">): Promise<ExitCode> {
  const which = await whichCertificate(context, input.certificate);
  const formats = formatsOf(input);
  const shown = await withStore(context, (ca) => showCertificate(ca, which));
  const key = input.key === undefined ? undefined : await readKey(context, input.key, input);
  key?.assertMatches(PublicKey.fromSpki(shown.certificate.spkiDer), input.certificate);
  const passphrase = await pkcs12Passphrase(context, formats, input);
  const delivery = deliveryOf(context, input, folderOf(shown), { formats, passphrase });
  const paths = await deliver(delivery.directory, await exportFiles(formats, { ...shown, key }, delivery), delivery);
  const report = { serial: shown.record.serial, files: pathsByKind(context, paths) };
  context.output.result(report, ({ files }, paint) => columns(Object.entries(files), paint, "").join("\n"));
  return 0;
}

async function readKey(context: Context, file: string, input: Input<"export">): Promise<PrivateKey> {
  return PrivateKey.import(await readInput(context, file), passphraseOf(context, input, `Passphrase of ${file}`));
}
