import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ShownCertificate } from "../../ca/show-certificate.ts";
import { PkiError } from "../../errors/pki-error.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { readCertificates } from "../../x509/certificate-file.ts";
import type { Context } from "../context.ts";
import { readInput } from "../read-input.ts";

/** `SERIAL|FILE`: the first certificate of a file when there is one of that name, else the serial number as written. */
export async function whichCertificate(context: Context, text: string): Promise<string | Certificate> {
  if (text !== "-" && !existsSync(resolve(context.cwd, text))) return text;
  const [certificate] = readCertificates(await readInput(context, text));
  if (certificate !== undefined) return certificate;
  const advice = "name the file of a certificate, or its serial number as `rootcause list` shows it";
  throw new PkiError("ERR_USAGE", { problem: `there is no certificate in ${text}`, advice });
}

/** What the folder of its files is called when nobody says: as when it was issued. */
export function folderOf({ record, certificate }: ShownCertificate): string {
  return record.names[0] ?? certificate.subject.commonName ?? record.serial;
}
