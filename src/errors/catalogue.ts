import { asn1Errors } from "./asn1-errors.ts";
import { caErrors } from "./ca-errors.ts";
import { cliErrors } from "./cli-errors.ts";
import { crlErrors } from "./crl-errors.ts";
import type { ErrorEntry } from "./entry.ts";
import { keysErrors } from "./keys-errors.ts";
import { labErrors } from "./lab-errors.ts";
import { ocspErrors } from "./ocsp-errors.ts";
import { profileErrors } from "./profile-errors.ts";
import { serverErrors } from "./server-errors.ts";
import { storeErrors } from "./store-errors.ts";
import { tlsErrors } from "./tls-errors.ts";
import { x509Errors } from "./x509-errors.ts";

/** Every stable error code. A code is never renamed or reused. */
export type ErrorCode =
  | keyof typeof asn1Errors
  | keyof typeof x509Errors
  | keyof typeof keysErrors
  | keyof typeof profileErrors
  | keyof typeof storeErrors
  | keyof typeof ocspErrors
  | keyof typeof caErrors
  | keyof typeof crlErrors
  | keyof typeof serverErrors
  | keyof typeof tlsErrors
  | keyof typeof labErrors
  | keyof typeof cliErrors;

/** The one catalogue: what each code means, what to do next, its exit status and its HTTP status. */
export const catalogue: Readonly<Record<ErrorCode, ErrorEntry>> = {
  ...asn1Errors,
  ...x509Errors,
  ...keysErrors,
  ...profileErrors,
  ...storeErrors,
  ...ocspErrors,
  ...caErrors,
  ...crlErrors,
  ...serverErrors,
  ...tlsErrors,
  ...labErrors,
  ...cliErrors,
};
