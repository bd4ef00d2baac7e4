import { builtinProfileNames, builtinProfiles } from "../../profile/builtin-profiles.ts";
import { durationText } from "../../profile/duration.ts";
import type { ExitCode } from "../command.ts";
import type { Context } from "../context.ts";
import { table } from "../text/table.ts";

export async function run(context: Context): Promise<ExitCode> {
  const profiles = builtinProfileNames.map((name) => {
    const { description, kind, validity } = builtinProfiles[name];
    return { name, kind, validFor: durationText(validity.default), atMost: durationText(validity.max), description };
  });
  context.output.result(profiles, (all, paint) =>
    table(
      ["profile", "kind", "valid for", "at most", ""],
      all.map((it) => [paint.bold(it.name), it.kind, it.validFor, it.atMost, it.description]),
      paint,
    ),
  );
  return 0;
}
