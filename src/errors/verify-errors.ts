import type { ErrorEntry } from "./entry.ts";

export const verifyErrors = {
  ERR_VERIFY_CASE: {
    title: "a line of the batch is not a case: {problem}",
    hint: "write a line as a JSON object with leaf and trust, certificates as PEM or base64 of DER; docs/cli.md shows one",
    exit: 2,
    http: 400,
  },
} as const;
verifyErrors satisfies Record<string, ErrorEntry>;
