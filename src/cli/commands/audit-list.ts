import type { AuditEntry } from "../../store/audit.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { printable } from "../text/printable.ts";

/** With --json, one entry a line: the log may be longer than memory. */
export async function run(context: Context, { last }: Input<"audit list">): Promise<ExitCode> {
  await withStore(context, async ({ store }) => {
    const from = last === undefined ? 0 : ((await store.auditHead())?.seq ?? 0) - last;
    for await (const entry of store.audit()) {
      if (entry.seq <= from) continue;
      if (context.json) await context.output.record(entry);
      else await context.output.line(entryLine(entry, context.output.paint));
    }
  });
  return 0;
}

function entryLine({ seq, at, by, type, facts }: AuditEntry, paint: Context["output"]["paint"]): string {
  const told = Object.entries(facts)
    .filter(([, value]) => typeof value === "string" && value.length <= 80)
    .map(([name, value]) => `${name}=${printable(String(value))}`);
  return `${String(seq).padStart(6)}  ${paint.dim(at)}  ${paint.bold(type)}  ${told.join(" ")}  ${paint.dim(by)}`;
}
