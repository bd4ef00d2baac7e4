import { requireAuthorities } from "../../ca/choose-authority.ts";
import { authorityReport } from "../ca/authority-report.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../output.ts";
import { relativeText } from "../text/time.ts";
import { type Tree, treeLines } from "../text/tree.ts";

export async function run(context: Context): Promise<ExitCode> {
  const authorities = await withStore(context, ({ store }) => requireAuthorities(store));
  context.output.result(authorities.map(authorityReport), (reports, paint) => {
    const roots = reports.filter(({ parent }) => parent === undefined);
    return roots.flatMap((root) => treeLines(treeOf(root, reports, paint, context.now()))).join("\n");
  });
  return 0;
}

type Report = ReturnType<typeof authorityReport>;

function treeOf(report: Report, all: readonly Report[], paint: Paint, now: Date): Tree {
  const { id, name, keyType, keyAt, notAfter } = report;
  const place = keyAt === "offline" ? paint.yellow(", key offline") : "";
  const remark = paint.dim(`${keyType}${place}, expires ${relativeText(new Date(notAfter), now)}`);
  const below = all.filter(({ parent }) => parent === id);
  return { line: `${paint.bold(name)}  ${remark}`, children: below.map((child) => treeOf(child, all, paint, now)) };
}
