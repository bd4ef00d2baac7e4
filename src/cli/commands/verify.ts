import { PkiError } from "../../errors/pki-error.ts";
import type { VerifyResult } from "../../verify/result.ts";
import { verify } from "../../verify/verify.ts";
import type { VerifyOptions } from "../../verify/verify-options.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { refuseServer } from "../server-argument.ts";
import { certificatesOfFile, certificatesOfPath, crlsOfFile } from "../verify/certificate-source.ts";
import { readTime } from "../verify/read-time.ts";
import { renderVerdict } from "../verify/render-verdict.ts";
import { storeRoots } from "../verify/store-roots.ts";
import { systemRoots } from "../verify/system-roots.ts";

export async function run(context: Context, input: Input<"verify">): Promise<ExitCode> {
  if (input.batch) {
    const { runBatch } = await import("../verify/batch.ts");
    return runBatch(context);
  }
  const options = await readOptions(context, input);
  const result = judge(await readChain(context, input), options);
  context.output.result(result, (value, paint) => renderVerdict(value, paint, options.at));
  return result.valid ? 0 : 1;
}

async function readChain(context: Context, { certificates }: Input<"verify">): Promise<readonly Uint8Array[]> {
  if (certificates.length === 0)
    throw new PkiError("ERR_USAGE", {
      problem: "there is no certificate to verify",
      advice: "give the file of the leaf, or --batch for JSON lines on standard input",
    });
  for (const file of certificates) refuseServer(context, file, "verify");
  return readAll(certificates, (file) => certificatesOfFile(context, file));
}

async function readOptions(context: Context, input: Input<"verify">): Promise<VerifyOptions & { readonly at: Date }> {
  const { purpose, rules, revocation, maxDepth, policy } = input;
  return {
    trust: await readTrust(context, input),
    untrusted: await readAll(input.untrusted, (path) => certificatesOfPath(context, path)),
    crls: await readAll(input.crl, (file) => crlsOfFile(context, file)),
    ocsp: await readAll(input.ocsp, (file) => crlsOfFile(context, file)),
    names: input.name,
    at: input.at === undefined ? context.now() : readTime(input.at),
    purpose,
    rules,
    revocation,
    ...(maxDepth !== undefined && { maxDepth }),
    ...(policy.length > 0 && { policy: { initialPolicySet: policy, explicitPolicy: true } }),
  };
}

async function readTrust(context: Context, { trust }: Input<"verify">): Promise<readonly Uint8Array[]> {
  if (trust.length > 0) return readAll(trust, (path) => certificatesOfPath(context, path));
  return (await storeRoots(context)) ?? systemRoots(context);
}

async function readAll(
  paths: readonly string[],
  read: (path: string) => Promise<readonly Uint8Array[]>,
): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (const path of paths) all.push(...(await read(path)));
  return all;
}

/** What the verifier calls a wrong argument is a wrong option here. */
function judge(chain: readonly Uint8Array[], options: VerifyOptions): VerifyResult {
  try {
    return verify(chain, options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new PkiError("ERR_USAGE", {
      problem: error.message,
      advice: "`rootcause verify --help` shows what it takes",
    });
  }
}
