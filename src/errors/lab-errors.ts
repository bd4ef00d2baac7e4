import type { ErrorEntry } from "./entry.ts";

export const labErrors = {
  ERR_FAULT_UNKNOWN: {
    title: "there is no fault {id}",
    hint: "{advice}",
    exit: 2,
    http: 404,
  },
  ERR_FAULT_NO_FILES: {
    title: "{fault} cannot be made as files: it happens on the wire, not in a certificate",
    hint: "`rootcause lab serve {fault}` makes a server that does it",
    exit: 2,
    http: 400,
  },
  ERR_LAB_FOLDER: {
    title: "{folder} is not empty, and the lab did not make it",
    hint: "choose another place with --out, or replace what has the same name with --overwrite",
    exit: 2,
    http: 409,
  },
} as const;
labErrors satisfies Record<string, ErrorEntry>;
