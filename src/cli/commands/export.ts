import { showCertificate } from "../../ca/show-certificate.ts";
import { PrivateKey } from "../../keys/private-key.ts";
import { PublicKey } from "../../keys/public-key.ts";
import { checkDelivery, deliverBundle, deliveryDirectory } from "../ca/delivered.ts";
import { formatsOf, pkcs12Passphrase } from "../ca/formats-of.ts";
import { withStore } from "../ca/store.ts";
import { whichCertificate } from "../ca/which-certificate.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";
import { readInput } from "../read-input.ts";
import { columns } from "../text/columns.ts";

export async function run(context: Context, input: Input<"export">): Promise<ExitCode> {
  const which = await whichCertificate(context, input.certificate);
  const key = input.key === undefined ? undefined : await readKey(context, input.key, input);
  const shown = await withStore(context, (ca) => showCertificate(ca, which));
  const { certificate, record } = shown;
  key?.assertMatches(PublicKey.fromSpki(certificate.spkiDer), input.key as string);
  const directory = deliveryDirectory(context, input.out, certificate.subject.commonName ?? record.serial);
  const { overwrite } = input;
  const delivery = { directory, formats: formatsOf(input), overwrite, passphrase: pkcs12Passphrase(context, input) };
  await checkDelivery(delivery);
  const files = await deliverBundle(context, delivery, { ...shown, key });
  context.output.result({ serial: record.serial, files }, (report, paint) =>
    columns(Object.entries(report.files), paint, "").join("\n"),
  );
  return 0;
}

async function readKey(context: Context, file: string, input: Input<"export">): Promise<PrivateKey> {
  return PrivateKey.import(await readInput(context, file), passphraseOf(context, input, `Passphrase of ${file}`));
}
