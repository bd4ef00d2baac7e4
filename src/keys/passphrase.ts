import { PkiError } from "../errors/pki-error.ts";

/** A passphrase, or how to get it: asked for only when something turns out to be encrypted. */
export type Passphrase = string | (() => string | Promise<string>);

/** @throws PkiError ERR_PASSPHRASE_MISSING when there is none, naming what it would open */
export async function askPassphrase(passphrase: Passphrase | undefined, what: string): Promise<string> {
  if (passphrase === undefined) throw new PkiError("ERR_PASSPHRASE_MISSING", { what });
  return typeof passphrase === "string" ? passphrase : passphrase();
}
