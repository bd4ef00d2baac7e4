import type { CertificateRecord } from "../store/certificate-record.ts";
import type { RevocationReason } from "../store/revocation-reason.ts";
import type { Certificate } from "../x509/certificate.ts";
import type { CaContext } from "./context.ts";
import { findCertificate } from "./find-certificate.ts";

export interface RevokeOptions {
  /** `unspecified` unless told. `certificateHold` can be lifted again. */
  readonly reason?: RevocationReason | undefined;
  /** When the key is thought to have been lost, if that was earlier (RFC 5280 section 5.3.2). */
  readonly invalidityDate?: Date | undefined;
}

/**
 * Revokes a certificate. Doing it again changes nothing; a hold may become a revocation.
 * @throws PkiError ERR_SERIAL_TEXT, ERR_STORE_CERTIFICATE_UNKNOWN, ERR_CERTIFICATE_FOREIGN
 */
export async function revoke(
  { store, now }: CaContext,
  which: string | Certificate,
  { reason = "unspecified", invalidityDate }: RevokeOptions = {},
): Promise<CertificateRecord> {
  const { serial } = await findCertificate(store, which);
  return store.revoke(serial, { reason, at: now().toISOString(), invalidityDate: invalidityDate?.toISOString() });
}

/**
 * Lifts a hold.
 * @throws PkiError ERR_SERIAL_TEXT, ERR_STORE_CERTIFICATE_UNKNOWN, ERR_CERTIFICATE_FOREIGN, ERR_STORE_REVOKED
 */
export async function unhold({ store }: CaContext, which: string | Certificate): Promise<CertificateRecord> {
  const { serial } = await findCertificate(store, which);
  return store.unhold(serial);
}
