import type { Passphrase } from "../../keys/passphrase.ts";
import { looksLikePem } from "../../x509/pem.ts";
import type { Context } from "../context.ts";
import { type PassphraseValues, passphraseOf } from "../passphrase.ts";

/**
 * The passphrase of a private key on its way from one place to another: it opens the key, and protects it where it goes. One that the
 * options give always protects; nobody is asked for one unless the key came encrypted.
 * @param source what holds the key
 */
export function keyPassphrase(
  context: Context,
  values: PassphraseValues,
  source: Uint8Array,
  question: string,
): Passphrase | undefined {
  return isEncrypted(source) ? passphraseOf(context, values, question) : passphraseOf(context, values);
}

/** PEM tells by its label or by a header (RFC 1421 section 4.6.1.1); of the rest, PKCS#12 files and the like, it is taken for granted. */
function isEncrypted(source: Uint8Array): boolean {
  if (!looksLikePem(source)) return true;
  return /^(-----BEGIN ENCRYPTED |Proc-Type: 4,ENCRYPTED)/m.test(Buffer.from(source).toString("latin1"));
}
