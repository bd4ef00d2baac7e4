import type { ErrorEntry } from "./entry.ts";

export const serverErrors = {
  ERR_LISTEN: {
    title: "cannot listen on {address}: {reason}",
    hint: "choose another address or port; --port 0 takes any that is free",
    exit: 3,
    http: 500,
  },
} as const;
serverErrors satisfies Record<string, ErrorEntry>;
