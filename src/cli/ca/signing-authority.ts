import type { Authority } from "../../ca/authority.ts";
import { openAuthority } from "../../ca/open-authority.ts";
import type { Store } from "../../store/store.ts";
import type { Context } from "../context.ts";
import { type PassphraseValues, passphraseOf } from "../passphrase.ts";

/** The authority that signs, its key opened by what the options say or by an answer on the terminal. */
export function signingAuthority(
  context: Context,
  store: Store,
  input: PassphraseValues & { readonly ca?: string | undefined },
): Promise<Authority> {
  return openAuthority(store, input.ca, { passphrase: passphraseOf(context, input, "Passphrase of the CA's key") });
}
