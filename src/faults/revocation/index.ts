import type { Fault } from "../fault.ts";
import { crlBadSignature } from "./crl-bad-signature.ts";
import { crlExpired } from "./crl-expired.ts";
import { crlMissing } from "./crl-missing.ts";
import { crlNotYetValid } from "./crl-not-yet-valid.ts";
import { crlSignerNoCrlsign } from "./crl-signer-no-crlsign.ts";
import { crlUnknownCritical } from "./crl-unknown-critical.ts";
import { crlWrongIssuer } from "./crl-wrong-issuer.ts";
import { crlWrongScope } from "./crl-wrong-scope.ts";
import { mustStapleNoStaple } from "./must-staple-no-staple.ts";
import { ocspBadSignature } from "./ocsp-bad-signature.ts";
import { ocspExpired } from "./ocsp-expired.ts";
import { ocspNonceMismatch } from "./ocsp-nonce-mismatch.ts";
import { ocspTryLater } from "./ocsp-try-later.ts";
import { ocspUnauthorizedResponder } from "./ocsp-unauthorized-responder.ts";
import { ocspUnknown } from "./ocsp-unknown.ts";
import { revokedCrl } from "./revoked-crl.ts";
import { revokedIntermediate } from "./revoked-intermediate.ts";
import { revokedOcsp } from "./revoked-ocsp.ts";

/** The faults of this group, in the order of the documentation. */
export const revocationFaults: readonly Fault[] = [
  revokedCrl,
  revokedOcsp,
  revokedIntermediate,
  crlExpired,
  crlNotYetValid,
  crlMissing,
  crlBadSignature,
  crlWrongIssuer,
  crlWrongScope,
  crlSignerNoCrlsign,
  crlUnknownCritical,
  ocspUnknown,
  ocspExpired,
  ocspBadSignature,
  ocspUnauthorizedResponder,
  ocspTryLater,
  ocspNonceMismatch,
  mustStapleNoStaple,
];
