import { readFile } from "node:fs/promises";
import { PkiError } from "../errors/pki-error.ts";
import { builtinProfile } from "./builtin-profiles.ts";
import type { Profile } from "./profile.ts";

/**
 * A profile by its built-in name, or by the path of a YAML template.
 * @throws PkiError ERR_PROFILE_UNKNOWN, ERR_PROFILE_UNREADABLE, ERR_PROFILE_SYNTAX, ERR_PROFILE_INVALID
 */
export async function loadProfile(nameOrPath: string): Promise<Profile> {
  if (!isTemplatePath(nameOrPath)) return builtinProfile(nameOrPath);
  const text = await readTemplate(nameOrPath);
  // YAML and zod are loaded for people's own templates only.
  const { parseProfile } = await import("./schema/parse-profile.ts");
  return parseProfile(text, nameOrPath);
}

/** True for what is meant as a file: it holds a slash or ends in .yaml or .yml. */
export function isTemplatePath(nameOrPath: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(nameOrPath);
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
