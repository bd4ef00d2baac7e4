import { PkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import type { PrivateKey } from "../../keys/private-key.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { generalNameText } from "../../x509/general-name-text.ts";

/** A certificate with all that a server or client may need beside it. */
export interface ExportBundle {
  readonly certificate: Certificate;
  /** The issuers below the root, nearest first. */
  readonly chain: readonly Certificate[];
  readonly root: Certificate;
  readonly key?: PrivateKey | undefined;
}

export interface ExportOptions {
  /** Where the files will lie: snippets name them by this path. */
  readonly directory: string;
  /** What protects a PKCS#12 file. */
  readonly passphrase?: Passphrase | undefined;
}

/** One file of a format. What is secret gets mode 0600. */
export interface ExportFile {
  readonly name: string;
  readonly secret?: boolean;
  /** Protected by the passphrase of the options. */
  readonly sealed?: boolean;
  /** Undefined leaves the file out: there is nothing to put into it. */
  contents(bundle: ExportBundle, options: ExportOptions): Contents | Promise<Contents>;
}

export type Contents = string | Uint8Array | undefined;

/** One way to hand a certificate to a program: which files, with what in them. */
export interface ExportFormat {
  readonly id: string;
  readonly summary: string;
  readonly files: readonly ExportFile[];
}

/** The private key of a bundle whose format is nothing without one. @throws PkiError ERR_EXPORT_KEY_NEEDED */
export function keyOf({ key }: ExportBundle, file: string): PrivateKey {
  if (key === undefined) throw new PkiError("ERR_EXPORT_KEY_NEEDED", { file });
  return key;
}

/** What to call the certificate in a key store: its common name, else its first name, else its serial number. */
export function friendlyName({ subject, subjectAltName, serialHex }: Certificate): string {
  const [first] = subjectAltName?.value ?? [];
  return subject.commonName ?? (first === undefined ? serialHex : generalNameText(first));
}
