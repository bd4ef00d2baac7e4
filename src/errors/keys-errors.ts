import type { ErrorEntry } from "./entry.ts";

export const keysErrors = {} as const;
keysErrors satisfies Record<string, ErrorEntry>;
