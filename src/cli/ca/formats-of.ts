import type { ExportFormat } from "../../ca/export/export-format.ts";
import { exportFormats } from "../../ca/export/formats.ts";
import { pem } from "../../ca/export/pem-files.ts";
import { pkcs12, pkcs12Legacy } from "../../ca/export/pkcs12.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { askPassphrase } from "../../keys/passphrase.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";

/** The options that say which files to write. */
export interface FormatValues {
  readonly format: readonly string[];
  readonly p12?: boolean;
  readonly p12Legacy?: boolean;
}

/** The formats that the options name; the PEM files when they name none. @throws PkiError ERR_USAGE */
export function formatsOf({ format, p12, p12Legacy }: FormatValues): readonly ExportFormat[] {
  const named = format.length === 0 ? [pem] : format.map(formatCalled);
  if (p12Legacy) return [...named, pkcs12Legacy];
  return p12 ? [...named, pkcs12] : named;
}

function formatCalled(id: string): ExportFormat {
  const found = exportFormats.find((format) => format.id === id);
  if (found !== undefined) return found;
  const advice = `the formats are: ${exportFormats.map((format) => format.id).join(", ")}`;
  throw new PkiError("ERR_USAGE", { problem: `no export format is called "${id}"`, advice });
}

/** The PEM files of a certificate whose key stays where it is: a key.pem that is there is not in the way. */
export const pemWithoutKey: ExportFormat = { ...pem, files: pem.files.filter(({ secret }) => !secret) };

export interface Pkcs12PassphraseValues {
  readonly p12PassphraseFile: string | undefined;
  readonly p12PassphraseEnv: string | undefined;
}

/** What protects a PKCS#12 file, if one is to be written: from the options, else asked for; known before anything is issued. @throws PkiError ERR_USAGE */
export async function pkcs12Passphrase(
  context: Context,
  formats: readonly ExportFormat[],
  { p12PassphraseFile: passphraseFile, p12PassphraseEnv: passphraseEnv }: Pkcs12PassphraseValues,
): Promise<string | undefined> {
  if (!formats.some(({ files }) => files.some(({ sealed }) => sealed))) {
    if (passphraseFile !== undefined || passphraseEnv !== undefined) throw nothingToProtect();
    return undefined;
  }
  const passphrase = passphraseOf(context, { passphraseFile, passphraseEnv }, "Passphrase for the PKCS#12 file");
  return passphrase === undefined ? undefined : askPassphrase(passphrase, "PKCS#12 file");
}

function nothingToProtect(): PkiError {
  const advice = "--p12 or --format pkcs12 writes one; leave the passphrase out where none is wanted";
  return new PkiError("ERR_USAGE", {
    problem: "there is a passphrase for a PKCS#12 file, but none is asked for",
    advice,
  });
}
