import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { TAG } from "../../asn1/tag.ts";
import type { ShownCertificate } from "../../ca/show-certificate.ts";
import { PkiError } from "../../errors/pki-error.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { readCertificates } from "../../x509/certificate-file.ts";
import { looksLikePem } from "../../x509/pem.ts";
import type { Context } from "../context.ts";
import { inFile } from "../in-file.ts";
import { foreignFormat } from "../inspect/foreign-format.ts";
import { readInput } from "../read-input.ts";

/**
 * `SERIAL|FILE`: the first certificate of a file when there is one of that name, else the serial number as written.
 * @throws PkiError ERR_FILE_READ, ERR_FILE_DER, ERR_NO_OBJECT, ERR_PEM, ERR_PEM_NO_CERTIFICATE
 */
export async function whichCertificate(context: Context, text: string): Promise<string | Certificate> {
  if (text !== "-" && !isPath(text) && !existsSync(resolve(context.cwd, text))) return text;
  const bytes = await readInput(context, text);
  if (bytes[0] !== TAG.sequence && !looksLikePem(bytes)) throw foreignFormat(bytes, text);
  const [certificate] = inFile(text, () => readCertificates(bytes));
  if (certificate !== undefined) return certificate;
  const advice = "name the file of a certificate, or its serial number as `rootcause list` shows it";
  throw new PkiError("ERR_USAGE", { problem: `there is no certificate in ${text}`, advice });
}

/** True for what can only mean a file, whether it is there or not. */
function isPath(text: string): boolean {
  return /\/|\.(pem|der|crt|cer)$/i.test(text);
}

/** What the folder of its files is called when nobody says: as when it was issued. */
export function folderOf({ record, certificate }: ShownCertificate): string {
  return record.names[0] ?? certificate.subject.commonName ?? record.serial;
}
