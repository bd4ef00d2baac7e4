import type { CaContext } from "../../ca/context.ts";
import { type OpenedResponder, openResponder } from "../../ca/ocsp/open-responder.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { parseDuration } from "../../profile/duration.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { passphraseOf } from "../passphrase.ts";

/** The options that `ocsp serve`, `respond` and `presign` share. */
type ResponderInput = Pick<
  Input<"ocsp serve">,
  "ca" | "byCa" | "nonIssued" | "validFor" | "passphraseFile" | "passphraseFd" | "passphraseEnv"
>;

/** The responder that the options describe; says on stderr for which CAs it cannot speak. */
export async function openStoreResponder(
  context: Context,
  ca: CaContext,
  input: ResponderInput,
): Promise<OpenedResponder> {
  const opened = await openResponder(ca, {
    authorities: input.ca.length === 0 ? undefined : input.ca,
    signBy: input.byCa ? "ca" : "delegate",
    nonIssued: input.nonIssued,
    validityMs: validityMs(input.validFor),
    passphrase: passphraseOf(context, input, "Passphrase of the CA's key"),
  });
  for (const { name, why } of opened.left) context.output.note(`rootcause: not for "${name}": ${why}`);
  return opened;
}

function validityMs(text: string): number {
  const seconds = parseDuration(text);
  if (seconds !== undefined && seconds > 0) return seconds * 1000;
  throw new PkiError("ERR_USAGE", { problem: `"${text}" is not a time span`, advice: "write it as 12h or 4d" });
}
