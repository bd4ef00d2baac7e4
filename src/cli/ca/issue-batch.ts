import type { Authority } from "../../ca/authority.ts";
import type { CaContext } from "../../ca/context.ts";
import { inOrder } from "../../ca/in-order.ts";
import { type Issued, issue } from "../../ca/issue.ts";
import { signRequest } from "../../ca/sign-request.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { failureValue } from "../failure.ts";
import { profileOf } from "../profile-of.ts";
import { startProgress } from "../progress.ts";
import { readLines } from "../read-input.ts";
import { parseBatchLine } from "./batch-line.ts";
import { parseRequest } from "./read-request.ts";
import { signingAuthority } from "./signing-authority.ts";
import { withStore } from "./store.ts";

/** So many lines share one flush to the disk. */
const CONCURRENCY = 64;

type Defaults = Pick<Input<"issue">, "profile" | "days" | "key">;

/** One JSON line in, one out, in order. A line that is refused is an answer too, and the exit status says that there were some. */
export function issueBatch(context: Context, input: Input<"issue">, file: string): Promise<0 | 1> {
  return withStore(context, async (ca) => {
    const authority = await signingAuthority(context, ca.store, input);
    const progress = await startProgress(context, "issuing");
    let refused = 0;
    const answer = (line: string) => answerLine(context, ca, authority, input, line);
    for await (const value of inOrder(readLines(context, file), CONCURRENCY, answer)) {
      if ("error" in value) refused++;
      await context.output.record(value);
      progress.advance();
    }
    progress.stop();
    if (refused > 0) context.output.note(`rootcause: ${refused} of them could not be issued`);
    return refused > 0 ? 1 : 0;
  });
}

async function answerLine(context: Context, ca: CaContext, authority: Authority, defaults: Defaults, line: string) {
  try {
    return batchValue(await issueLine(context, ca, authority, defaults, line));
  } catch (error) {
    if (isPkiError(error)) return failureValue(error);
    throw error;
  }
}

async function issueLine(
  context: Context,
  ca: CaContext,
  authority: Authority,
  defaults: Defaults,
  line: string,
): Promise<Issued> {
  const {
    names,
    profile: called = defaults.profile,
    days = defaults.days,
    key = defaults.key,
    csr,
  } = parseBatchLine(line);
  const profile = await profileOf(context, called);
  if (csr === undefined) return issue(ca, authority, { profile, names: names ?? [], days, key });
  const order = { profile, days };
  return signRequest(
    ca,
    authority,
    parseRequest(Buffer.from(csr), "csr"),
    names === undefined ? order : { ...order, names },
  );
}

function batchValue({ record, certificate, chain, key }: Issued) {
  const { serial, notBefore, notAfter, subject, names: san, profile } = record;
  const pem = { certificate: certificate.toPem(), chain: chain.map((issuer) => issuer.toPem()).join("") };
  return {
    serial,
    notBefore,
    notAfter,
    subject,
    san,
    profile,
    ...pem,
    ...(key === undefined ? {} : { key: key.toPem() }),
  };
}
