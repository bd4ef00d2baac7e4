import type { ErrorEntry } from "./entry.ts";

export const profileErrors = {
  ERR_PROFILE_ROOT: {
    title: "the profile {profile} is for roots, which nobody issues but they themselves",
    hint: "`rootcause init` makes a root, and `rootcause ca add-intermediate` a CA below one",
    exit: 2,
    http: 400,
  },
  ERR_PROFILE_UNKNOWN: {
    title: 'there is no profile "{name}"; the nearest is "{nearest}"',
    hint: "`rootcause profile list` shows the profiles; a file is given by its path, such as ./my-server.yaml",
    exit: 2,
    http: 404,
  },
  ERR_PROFILE_UNREADABLE: {
    title: "the profile {file} cannot be read: {reason}",
    hint: "check the path and its permissions; `rootcause profile list` shows the profiles that need no file",
    exit: 2,
    http: 400,
  },
  ERR_PROFILE_SYNTAX: {
    title: "{file}, line {line}, column {column}: not YAML: {reason}",
    hint: "compare with `rootcause profile show tls-server`; docs/profiles.md explains every field",
    exit: 2,
    http: 400,
  },
  ERR_PROFILE_INVALID: {
    title: "{file} is not a profile: {problems}",
    hint: "docs/profiles.md explains every field; `rootcause profile check {file}` checks again",
    exit: 2,
    http: 400,
  },
  ERR_PROFILE_REFUSED: {
    title: 'the profile "{profile}" refuses the certificate: {refusals}',
    hint: "ask for what is allowed, or change what decides: {knobs}; `rootcause profile show {profile}` prints the profile as a template to start from",
    exit: 5,
    http: 403,
  },
} as const;
profileErrors satisfies Record<string, ErrorEntry>;
