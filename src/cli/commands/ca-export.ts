import { resolve } from "node:path";
import { authorityChain } from "../../ca/authority-chain.ts";
import { chooseAuthority, requireAuthorities } from "../../ca/choose-authority.ts";
import { deliver } from "../../ca/deliver.ts";
import { toPem } from "../../ca/export/pem-files.ts";
import { shortPath } from "../ca/delivered.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";

export async function run(context: Context, { name, out, overwrite }: Input<"ca export">): Promise<ExitCode> {
  const all = await withStore(context, async ({ store }) => {
    const authorities = await requireAuthorities(store);
    const { certificate, issuers } = authorityChain(chooseAuthority(authorities, name), authorities);
    return [certificate, ...issuers];
  });
  const files = [
    { name: "root.pem", contents: toPem(all.slice(-1)) },
    { name: "chain.pem", contents: toPem(all.slice(0, -1)) },
    { name: "bundle.pem", contents: toPem(all) },
  ];
  const paths = await deliver(resolve(context.cwd, out), files, { overwrite });
  context.output.result({ files: paths.map((path) => shortPath(context, path)) }, (report) => report.files.join("\n"));
  return 0;
}
