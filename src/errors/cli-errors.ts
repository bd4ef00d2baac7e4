import type { ErrorEntry } from "./entry.ts";

export const cliErrors = {} as const;
cliErrors satisfies Record<string, ErrorEntry>;
