import type { Fault } from "../fault.ts";
import { clientCertificateMissing } from "./client-certificate-missing.ts";
import { clientExpired } from "./client-expired.ts";
import { clientMissingIntermediate } from "./client-missing-intermediate.ts";
import { clientRevoked } from "./client-revoked.ts";
import { clientUnknownCa } from "./client-unknown-ca.ts";
import { clientWrongEku } from "./client-wrong-eku.ts";
import { keyMismatch } from "./key-mismatch.ts";

/** The faults of this group, in the order of the documentation. */
export const mtlsFaults: readonly Fault[] = [
  clientCertificateMissing,
  clientUnknownCa,
  clientExpired,
  clientWrongEku,
  clientRevoked,
  clientMissingIntermediate,
  keyMismatch,
];
