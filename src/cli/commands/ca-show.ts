import { chooseAuthority, requireAuthorities } from "../../ca/choose-authority.ts";
import { type AuthorityReport, authorityStatus } from "../ca/authority-report.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import type { Paint } from "../paint.ts";
import { columns, type Row } from "../text/columns.ts";
import { printable } from "../text/printable.ts";
import { relativeText } from "../text/time.ts";

export async function run(context: Context, { name }: Input<"ca show">): Promise<ExitCode> {
  const status = await withStore(context, async ({ store }) =>
    authorityStatus(store, chooseAuthority(await requireAuthorities(store), name)),
  );
  context.output.result(status, (report, paint) => render(report, paint, context.now()));
  return 0;
}

function render(report: AuthorityReport, paint: Paint, now: Date): string {
  const {
    name,
    id,
    kind,
    subject,
    keyType,
    keyAt,
    notBefore,
    notAfter,
    sha256,
    urls = {},
    certificatePem,
    revoked,
  } = report;
  const { crlShards, ...lists } = urls;
  const rows: Row[] = [
    ["id", id],
    ["kind", kind],
    ["subject", subject],
    ["key", keyType, keyAt === "offline" ? "offline" : "in the store"],
    ["valid from", notBefore],
    ["valid until", notAfter, relativeText(new Date(notAfter), now)],
    ...(revoked === undefined ? [] : [["revoked", revoked.at, revoked.reason] as const]),
    ["SHA-256", sha256],
    ...(crlShards === undefined ? [] : [["CRL shards", `${crlShards}`] as const]),
    ...Object.entries(lists).flatMap(([what, list = []]) => list.map((url): Row => [what, url])),
  ];
  return [paint.bold(printable(name)), ...columns(rows, paint), certificatePem.trimEnd()].join("\n");
}
