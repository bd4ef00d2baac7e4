import { builtinProfileNames, builtinProfiles } from "../src/profile/builtin-profiles.ts";
import { durationText } from "../src/profile/duration.ts";
import { profileFields } from "../src/profile/schema/profile-fields.ts";
import { code, page, table } from "./markdown.ts";

/** docs/profiles.md: the built-in profiles and every field of a template. */
export function profilesPage(): string {
  return page(
    "Profiles",
    "templates/ and src/profile/schema/",
    "A profile says what certificates of one sort look like and what may be asked for. `rootcause profile show NAME` prints one as a template with every default written out, to start your own from; `rootcause profile check FILE` says what is wrong with it, and `--profile FILE` issues from it.",
    "## Built in",
    table(["profile", "kind", "valid for", "at most", ""], builtinProfileNames.map(profileRow)),
    "## Fields of a template",
    "A template is YAML; an unknown key is refused. `[]` stands for the place in a list. Durations are a whole number and one of s, min, h, d, w, y, such as 90d.",
    table(
      ["field", "type", "default", ""],
      profileFields().map(({ path, type, required, default: standard, description }) => [
        code(path),
        type,
        required ? "required" : standard === undefined ? "" : code(standard),
        description,
      ]),
    ),
  );
}

function profileRow(name: (typeof builtinProfileNames)[number]): string[] {
  const { kind, validity, description } = builtinProfiles[name];
  return [code(name), kind, durationText(validity.default), durationText(validity.max), description];
}
