import { readFile } from "node:fs/promises";
import { PkiError } from "../errors/pki-error.ts";
import { builtinProfile } from "./builtin-profiles.ts";
import type { Profile } from "./profile.ts";

/**
 * A profile by its built-in name, or by the path of a YAML template: what holds a slash or ends in .yaml or .yml is a path.
 * @throws PkiError ERR_PROFILE_UNKNOWN, ERR_PROFILE_UNREADABLE, ERR_PROFILE_SYNTAX, ERR_PROFILE_INVALID
 */
export async function loadProfile(nameOrPath: string): Promise<Profile> {
  if (!/[/\\]|\.ya?ml$/i.test(nameOrPath)) return builtinProfile(nameOrPath);
  const text = await readTemplate(nameOrPath);
  // YAML and zod are loaded for people's own templates only.
  const { parseProfile } = await import("./schema/parse-profile.ts");
  return parseProfile(text, nameOrPath);
}

async function readTemplate(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : (error as Error).message;
    throw new PkiError("ERR_PROFILE_UNREADABLE", { file, reason }, { cause: error });
  }
}
