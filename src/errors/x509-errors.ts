import type { ErrorEntry } from "./entry.ts";

export const x509Errors = {} as const;
x509Errors satisfies Record<string, ErrorEntry>;
