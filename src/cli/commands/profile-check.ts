import { resolve } from "node:path";
import { loadProfile } from "../../profile/load-profile.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";

export async function run(context: Context, { files }: Input<"profile check">): Promise<ExitCode> {
  const checked: { file: string; name: string; kind: string }[] = [];
  for (const file of files) {
    const { name, kind } = await loadProfile(resolve(context.cwd, file));
    checked.push({ file, name, kind });
  }
  context.output.result(checked, (all, paint) =>
    all.map(({ file, name, kind }) => `${paint.green("ok")}  ${file}: the profile "${name}", kind ${kind}`).join("\n"),
  );
  return 0;
}
