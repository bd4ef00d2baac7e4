import { PkiError } from "../../errors/pki-error.ts";
import type { VerifyOnlineOptions } from "../../verify/online/verify-online.ts";
import type { VerifyResult } from "../../verify/result.ts";
import { verify } from "../../verify/verify.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { certificatesOfPath, crlsOfFile } from "../verify/certificate-source.ts";
import { readAll } from "../verify/read-all.ts";
import { readTime } from "../verify/read-time.ts";
import { renderVerdict } from "../verify/render-verdict.ts";
import { storeRoots } from "../verify/store-roots.ts";
import { systemRoots } from "../verify/system-roots.ts";
import { readTarget, type Target } from "../verify/target.ts";
import { whatToAsk } from "../verify/what-to-ask.ts";

export async function run(context: Context, input: Input<"verify">): Promise<ExitCode> {
  if (input.batch) {
    const { runBatch } = await import("../verify/batch.ts");
    return runBatch(context);
  }
  const target = await readTarget(context, input);
  const options = await readOptions(context, input, target);
  const result = await judge(target, options, input);
  const { server } = target;
  context.output.result(server === undefined ? result : { ...result, server }, (_, paint) =>
    renderVerdict(result, paint, options.at, server),
  );
  return result.valid ? 0 : 1;
}

async function readOptions(
  context: Context,
  input: Input<"verify">,
  { names, staples, server }: Target,
): Promise<VerifyOnlineOptions & { readonly at: Date }> {
  const { purpose = server === undefined ? "any" : "serverAuth", rules, revocation = "prefer", maxDepth } = input;
  return {
    trust: await readTrust(context, input),
    untrusted: await readAll(input.untrusted, (path) => certificatesOfPath(context, path)),
    crls: await readAll(input.crl, (file) => crlsOfFile(context, file)),
    ocsp: [...staples, ...(await readAll(input.ocsp, (file) => crlsOfFile(context, file)))],
    names,
    at: input.at === undefined ? context.now() : readTime(input.at),
    purpose,
    rules,
    revocation,
    ...(maxDepth !== undefined && { maxDepth }),
    ...(input.policy.length > 0 && { policy: { initialPolicySet: input.policy, explicitPolicy: true } }),
  };
}

async function readTrust(context: Context, { trust }: Input<"verify">): Promise<readonly Uint8Array[]> {
  if (trust.length > 0) return readAll(trust, (path) => certificatesOfPath(context, path));
  return (await storeRoots(context)) ?? systemRoots(context);
}

/** What the verifier calls a wrong argument is a wrong option here. */
async function judge(
  { certificates, server }: Target,
  options: VerifyOnlineOptions,
  input: Input<"verify">,
): Promise<VerifyResult> {
  const { revocation, issuers, skewMs } = whatToAsk(input, server !== undefined);
  try {
    if (!revocation && !issuers) return verify(certificates, { ...options, skewMs });
    const { verifyOnline } = await import("../../verify/online/verify-online.ts");
    return await verifyOnline(certificates, { ...options, skewMs, fetchRevocation: revocation, fetchIssuers: issuers });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new PkiError("ERR_USAGE", {
      problem: error.message,
      advice: "`rootcause verify --help` shows what it takes",
    });
  }
}
