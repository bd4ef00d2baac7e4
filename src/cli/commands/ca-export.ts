import { resolve } from "node:path";
import { authorityChain } from "../../ca/authority-chain.ts";
import { chooseAuthority, requireAuthorities } from "../../ca/choose-authority.ts";
import { deliver } from "../../ca/deliver.ts";
import { toPem } from "../../ca/export/pem-files.ts";
import { pathsByKind } from "../ca/delivery.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { columns } from "../text/columns.ts";

export async function run(context: Context, { name, out, overwrite }: Input<"ca export">): Promise<ExitCode> {
  const all = await withStore(context, async ({ store }) => {
    const authorities = await requireAuthorities(store);
    const { certificate, issuers } = authorityChain(chooseAuthority(authorities, name), authorities);
    return [certificate, ...issuers];
  });
  const belowRoot = all.slice(0, -1);
  const files = [
    { name: "root.pem", contents: toPem(all.slice(-1)) },
    ...(belowRoot.length === 0 ? [] : [{ name: "chain.pem", contents: toPem(belowRoot) }]),
    { name: "bundle.pem", contents: toPem(all) },
  ];
  const paths = await deliver(resolve(context.cwd, out), files, { overwrite });
  const report = { files: pathsByKind(context, paths) };
  context.output.result(report, ({ files }, paint) => columns(Object.entries(files), paint, "").join("\n"));
  return 0;
}
