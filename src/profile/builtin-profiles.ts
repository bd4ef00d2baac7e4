import { PkiError } from "../errors/pki-error.ts";
import { builtin } from "./builtin.generated.ts";
import { nearest } from "./nearest.ts";
import type { Profile } from "./profile.ts";

export type BuiltinProfileName = keyof typeof builtin;

/** The profiles that come with rootcause, by name: the files of `templates/`, parsed. */
export const builtinProfiles: Readonly<Record<BuiltinProfileName, Profile>> = builtin;

/** The names of the built-in profiles, in alphabetical order. */
export const builtinProfileNames: readonly BuiltinProfileName[] = Object.keys(builtin) as BuiltinProfileName[];

/** @throws PkiError ERR_PROFILE_UNKNOWN */
export function builtinProfile(name: string): Profile {
  const found = builtinProfileNames.find((known) => known === name);
  if (found !== undefined) return builtinProfiles[found];
  throw new PkiError("ERR_PROFILE_UNKNOWN", { name, nearest: nearest(name, builtinProfileNames) ?? "tls-server" });
}
