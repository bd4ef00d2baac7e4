import { requireAuthorities } from "../../ca/choose-authority.ts";
import { type AuthorityReport, authorityStatus } from "../ca/authority-report.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../text/printable.ts";
import { relativeText } from "../text/time.ts";
import { type Tree, treeLines } from "../text/tree.ts";

export async function run(context: Context): Promise<ExitCode> {
  const authorities = await withStore(context, async ({ store }) => {
    const records = await requireAuthorities(store);
    return Promise.all(records.map((record) => authorityStatus(store, record)));
  });
  context.output.result(authorities, (reports, paint) => {
    const top = reports.filter(({ parent }) => parent === undefined);
    return top.flatMap((report) => treeLines(treeOf(report, reports, paint, context.now()))).join("\n");
  });
  return 0;
}

function treeOf(report: AuthorityReport, all: readonly AuthorityReport[], paint: Paint, now: Date): Tree {
  const below = all.filter(({ parent }) => parent === report.id);
  const line = `${paint.bold(printable(report.name))}  ${paint.dim(remarkOf(report, now))}`;
  return { line, children: below.map((child) => treeOf(child, all, paint, now)) };
}

function remarkOf({ keyType, keyAt, notAfter, revoked }: AuthorityReport, now: Date): string {
  const end = new Date(notAfter);
  return [
    keyType,
    ...(revoked === undefined ? [] : [`revoked (${revoked.reason})`]),
    `${end < now ? "expired" : "expires"} ${relativeText(end, now)}`,
    ...(keyAt === "offline" ? ["key offline"] : []),
  ].join(", ");
}
