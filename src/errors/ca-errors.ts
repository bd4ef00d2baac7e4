import type { ErrorEntry } from "./entry.ts";

export const caErrors = {} as const;
caErrors satisfies Record<string, ErrorEntry>;
