import type { ErrorEntry } from "./entry.ts";

export const storeErrors = {} as const;
storeErrors satisfies Record<string, ErrorEntry>;
