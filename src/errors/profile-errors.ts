import type { ErrorEntry } from "./entry.ts";

export const profileErrors = {} as const;
profileErrors satisfies Record<string, ErrorEntry>;
