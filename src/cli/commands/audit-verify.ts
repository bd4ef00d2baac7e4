import { PkiError } from "../../errors/pki-error.ts";
import type { AuditHead, AuditVerdict } from "../../store/audit.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../paint.ts";

export async function run(context: Context, { checkpoint }: Input<"audit verify">): Promise<ExitCode> {
  const known = checkpoint === undefined ? undefined : parseCheckpoint(checkpoint);
  const verdict = await withStore(context, ({ store }) => store.verifyAudit(known));
  context.output.result(verdict, render);
  return verdict.valid ? 0 : 1;
}

function render({ valid, entries, head, problem }: AuditVerdict, paint: Paint): string {
  const checkpoint = head === undefined ? "" : `\ncheckpoint ${head.seq}:${head.hash}`;
  if (valid)
    return `${paint.green("the audit log holds")}: ${entries} entries, each with the hash of the one before${checkpoint}`;
  const where = problem === undefined ? "" : `\n  ${problem.where}, entry ${problem.seq}: ${problem.message}`;
  return `${paint.red("the audit log is broken")} after ${entries} entries${where}${checkpoint}`;
}

function parseCheckpoint(text: string): AuditHead {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (seq !== undefined && hash !== undefined) return { seq: Number(seq), hash: hash.toLowerCase() };
  const advice = "write it as `rootcause audit verify` printed it: the number, a colon, 64 hexadecimal digits";
  throw new PkiError("ERR_USAGE", { problem: `"${text}" is not a checkpoint`, advice });
}
