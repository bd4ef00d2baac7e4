import type { ExportFormat } from "../../ca/export/export-format.ts";
import { exportFormats } from "../../ca/export/formats.ts";
import { pem } from "../../ca/export/pem-files.ts";
import { pkcs12, pkcs12Legacy } from "../../ca/export/pkcs12.ts";
import { PkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
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
  const named = format.map(formatCalled);
  const formats = p12Legacy ? [pkcs12Legacy] : p12 ? [pkcs12] : [];
  return named.length > 0 ? [...named, ...formats] : [pem, ...formats];
}

function formatCalled(id: string): ExportFormat {
  const found = exportFormats.find((format) => format.id === id);
  if (found !== undefined) return found;
  const advice = `the formats are: ${exportFormats.map((format) => format.id).join(", ")}`;
  throw new PkiError("ERR_USAGE", { problem: `no export format is called "${id}"`, advice });
}

export interface Pkcs12PassphraseValues {
  readonly p12PassphraseFile?: string | undefined;
  readonly p12PassphraseEnv?: string | undefined;
}

/** What protects a PKCS#12 file: from the options, else asked for. */
export function pkcs12Passphrase(context: Context, values: Pkcs12PassphraseValues): Passphrase | undefined {
  const { p12PassphraseFile: passphraseFile, p12PassphraseEnv: passphraseEnv } = values;
  return passphraseOf(context, { passphraseFile, passphraseEnv }, "Passphrase for the PKCS#12 file");
}
