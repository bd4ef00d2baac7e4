import type { CaContext } from "../../ca/context.ts";
import { type OpenedAuthorities, type OpenedResponder, openResponder } from "../../ca/ocsp/open-responder.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { parseDuration } from "../../profile/duration.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";
import { externalResponders } from "./external-responders.ts";

/** The options that `ocsp serve`, `respond` and `presign` share. */
type ResponderInput = Pick<
  Input<"ocsp serve">,
  | "ca"
  | "byCa"
  | "responderCert"
  | "responderKey"
  | "nonIssued"
  | "validFor"
  | "passphraseFile"
  | "passphraseFd"
  | "passphraseEnv"
>;

/** The responder that the options describe; says on stderr for which CAs it cannot speak. @throws PkiError those of `openResponder` */
export async function openStoreResponder(
  context: Context,
  ca: CaContext,
  input: ResponderInput,
): Promise<OpenedResponder> {
  const passphrase = passphraseOf(context, input, "Passphrase of the CA's key");
  const opened = await openResponder(ca, {
    authorities: input.ca.length === 0 ? undefined : input.ca,
    signBy: input.byCa ? "ca" : "delegate",
    nonIssued: input.nonIssued,
    validityMs: validityMs(input.validFor),
    passphrase,
    responders: await externalResponders(context, input, passphrase),
  });
  tellLeft(context, opened);
  return opened;
}

/** Says for which CAs the responder cannot speak. */
export function tellLeft({ output }: Context, { left }: OpenedAuthorities): void {
  for (const { name, why } of left) output.note(`rootcause: not for "${name}": ${why}`);
}

function validityMs(text: string): number {
  const seconds = parseDuration(text);
  if (seconds !== undefined && seconds > 0) return seconds * 1000;
  throw new PkiError("ERR_USAGE", { problem: `"${text}" is not a time span`, advice: "write it as 12h or 4d" });
}
