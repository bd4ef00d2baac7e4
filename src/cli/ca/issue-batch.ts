import { toPem } from "../../ca/export/pem-files.ts";
import { inOrder } from "../../ca/in-order.ts";
import { PkiError } from "../../errors/pki-error.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { failureValue } from "../failure.ts";
import { startProgress } from "../progress.ts";
import { readLines } from "../read-input.ts";
import { batchAnswer } from "./batch-answer.ts";
import { LineIssuer } from "./line-issuer.ts";
import { signingAuthority } from "./signing-authority.ts";
import { withStore } from "./store.ts";

/** So many lines share one flush to the disk. */
const CONCURRENCY = 64;

/**
 * One JSON line in, one out, in order. A line that is refused is an answer too, and makes the exit status 1; a failure of ours, such as
 * a full disk, is thrown when every line has its answer.
 */
export function issueBatch(context: Context, input: Input<"issue">, file: string): Promise<ExitCode> {
  refuseIdle(input);
  return withStore(context, async (ca) => {
    const authority = await signingAuthority(context, ca.store, input);
    const chain = toPem(authority.chain);
    const issuer = new LineIssuer(context, ca, authority, input);
    const progress = await startProgress(context, "issuing");
    let refused = 0;
    let failure: PkiError | undefined;
    try {
      for await (const outcome of inOrder(readLines(context, file), CONCURRENCY, (line) => issuer.answer(line))) {
        if ("error" in outcome) {
          refused++;
          if (outcome.error.exitStatus === 3) failure ??= outcome.error;
        }
        await context.output.record(
          "error" in outcome ? failureValue(outcome.error) : batchAnswer(outcome.issued, chain),
        );
        progress.advance();
      }
    } finally {
      progress.stop();
    }
    if (refused > 0) context.output.note(`rootcause: ${refused} of them could not be issued`);
    if (failure !== undefined) throw failure;
    return refused > 0 ? 1 : 0;
  });
}

/** Each line says what it wants, and nothing is written but answers. @throws PkiError ERR_USAGE */
function refuseIdle(input: Input<"issue">): void {
  const { names, subject, out, format, p12, p12Legacy, p12PassphraseFile, p12PassphraseEnv, overwrite } = input;
  const given = { names: names.length > 0, "--subject": subject, "--out": out, "--format": format.length > 0 };
  const passphrase = { "--p12-passphrase-file": p12PassphraseFile, "--p12-passphrase-env": p12PassphraseEnv };
  const sealed = { "--p12": p12, "--p12-legacy": p12Legacy, ...passphrase };
  const idle = Object.entries({ ...given, ...sealed, "--overwrite": overwrite })
    .filter(([, value]) => value)
    .map(([name]) => name);
  if (idle.length === 0) return;
  const advice = "each line says which names it wants, and its answer holds the certificate and the key as PEM";
  throw new PkiError("ERR_USAGE", { problem: `--batch has no use for ${idle.join(", ")}`, advice });
}
