import type { CertificateRecord } from "../store/certificate-record.ts";
import type { Store } from "../store/store.ts";
import type { Certificate } from "../x509/certificate.ts";

/** The first of these CAs that its store knows to be revoked. Roots are not looked up: nobody is above them who could revoke them. */
export async function revokedIssuer(
  store: Store,
  certificates: readonly Certificate[],
): Promise<CertificateRecord | undefined> {
  for (const certificate of certificates) {
    const record = certificate.isSelfIssued ? undefined : await store.find(certificate.serialHex);
    if (record?.revoked !== undefined && record.sha256 === certificate.sha256) return record;
  }
  return undefined;
}
