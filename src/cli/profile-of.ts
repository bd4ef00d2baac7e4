import { resolve } from "node:path";
import { PkiError } from "../errors/pki-error.ts";
import { isTemplatePath, loadProfile } from "../profile/load-profile.ts";
import type { Profile } from "../profile/profile.ts";
import type { Context } from "./context.ts";

/** A built-in profile by its name, or a template by its path from the working directory. @throws PkiError ERR_PROFILE_… */
export function profileOf({ cwd }: Context, nameOrPath: string): Promise<Profile> {
  return loadProfile(isTemplatePath(nameOrPath) ? resolve(cwd, nameOrPath) : nameOrPath);
}

/** The same where a CA issues by it. @throws PkiError ERR_PROFILE_… */
export async function issuableProfile(context: Context, nameOrPath: string): Promise<Profile> {
  const profile = await profileOf(context, nameOrPath);
  if (profile.kind === "root") throw new PkiError("ERR_PROFILE_ROOT", { profile: nameOrPath });
  return profile;
}
