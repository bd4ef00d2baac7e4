import { stringify } from "yaml";
import { explainProfile } from "../../profile/explain-profile.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { profileOf } from "../profile-of.ts";

/** As YAML it is a template again, and means the same. */
export async function run(context: Context, { profile }: Input<"profile show">): Promise<ExitCode> {
  const template = explainProfile(await profileOf(context, profile));
  context.output.result(template, (value) => stringify(value, { lineWidth: 0 }).trimEnd());
  return 0;
}
