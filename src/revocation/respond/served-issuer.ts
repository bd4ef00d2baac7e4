import type { Certificate } from "../../x509/certificate.ts";
import type { CertStatus } from "../ocsp/single-response.ts";
import type { ResponseSigner } from "./response-signer.ts";

/** What a CA knows of a certificate that it issued. */
export interface IssuedStatus {
  readonly status: CertStatus;
  readonly notAfter: Date;
  /** When the key is thought to have been lost, if that was before it was revoked. */
  readonly invalidityDate?: Date | undefined;
}

/** A CA whose certificates a responder speaks of. */
export interface ServedIssuer {
  readonly certificate: Certificate;
  /** Undefined: it issued no certificate with this serial number. At the same cost however many it issued. */
  status(serial: string): Promise<IssuedStatus | undefined>;
  /** Whoever signs for it now. */
  signer(): Promise<ResponseSigner>;
}

/** True when both lead to the same response. */
export function sameStatus(a: IssuedStatus, b: IssuedStatus): boolean {
  return textOf(a) === textOf(b);
}

function textOf({ status, invalidityDate }: IssuedStatus): string {
  if (status.kind !== "revoked") return status.kind;
  return `${status.at.getTime()} ${status.reason} ${invalidityDate?.getTime()}`;
}
