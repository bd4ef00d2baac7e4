import type { ErrorEntry } from "./entry.ts";

export const keysErrors = {
  ERR_KEY_TYPE_UNKNOWN: {
    title: '"{type}" is not a key type',
    hint: "choose one of {known}",
    exit: 2,
    http: 400,
  },
  ERR_SIGNATURE_ALGORITHM_UNKNOWN: {
    title: '"{id}" is not a signature algorithm',
    hint: "choose one of {known}",
    exit: 2,
    http: 400,
  },
} as const;
keysErrors satisfies Record<string, ErrorEntry>;
