import type { ErrorEntry } from "./entry.ts";

export const ocspErrors = {
  ERR_OCSP_REQUEST: {
    title: "the OCSP request cannot be answered: {problem}",
    hint: "ask for one certificate at a time, such as `openssl ocsp -issuer ca.pem -cert cert.pem -reqout request.der` does",
    exit: 2,
    http: 400,
  },
} as const;
ocspErrors satisfies Record<string, ErrorEntry>;
