import type { Passphrase } from "../../keys/passphrase.ts";
import { looksLikePem } from "../../x509/pem.ts";
import type { Context } from "../context.ts";
import { type PassphraseValues, passphraseOf } from "../passphrase.ts";

/** The passphrase of a private key on its way from one place to another. */
export interface KeyPassphrase {
  readonly opens: Passphrase | undefined;
  /** Protects it where it goes: always when the options give one; one that is asked for only when the key came encrypted. */
  readonly protects: Passphrase | undefined;
}

/** @param source what holds the key */
export function keyPassphrase(
  context: Context,
  values: PassphraseValues,
  source: Uint8Array,
  question: string,
): KeyPassphrase {
  const opens = passphraseOf(context, values, question);
  const isGiven = passphraseOf(context, values) !== undefined;
  return { opens, protects: isGiven || isEncrypted(source) ? opens : undefined };
}

/** PEM tells by its label or by a header (RFC 1421 section 4.6.1.1); of the rest, PKCS#12 files and the like, it is taken for granted. */
function isEncrypted(source: Uint8Array): boolean {
  return (
    !looksLikePem(source) ||
    /^(-----BEGIN ENCRYPTED |Proc-Type: 4,ENCRYPTED)/m.test(Buffer.from(source).toString("latin1"))
  );
}
