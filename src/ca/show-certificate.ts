import { PkiError } from "../errors/pki-error.ts";
import type { AuthorityRecord } from "../store/authority-record.ts";
import type { CertificateRecord } from "../store/certificate-record.ts";
import { Certificate } from "../x509/certificate.ts";
import { authorityChain } from "./authority-chain.ts";
import { type CertificateStatus, certificateStatus } from "./certificate-status.ts";
import type { CaContext } from "./context.ts";
import type { ExportBundle } from "./export/export-format.ts";
import { findCertificate } from "./find-certificate.ts";

/** All that the store knows of a certificate. It is a bundle to export too, without the private key. */
export interface ShownCertificate extends ExportBundle {
  readonly record: CertificateRecord;
  readonly status: CertificateStatus;
  readonly authority: AuthorityRecord;
}

/** @throws PkiError ERR_SERIAL_TEXT, ERR_STORE_CERTIFICATE_UNKNOWN, ERR_CERTIFICATE_FOREIGN, ERR_STORE_AUTHORITY_UNKNOWN */
export async function showCertificate(
  { store, now }: CaContext,
  which: string | Certificate,
): Promise<ShownCertificate> {
  const record = await findCertificate(store, which);
  const authorities = await store.authorities();
  const authority = authorities.find(({ id }) => id === record.authority);
  if (authority === undefined) throw new PkiError("ERR_STORE_AUTHORITY_UNKNOWN", { id: record.authority });
  const { certificate: issuer, issuers } = authorityChain(authority, authorities);
  return {
    record,
    status: certificateStatus(record, now()),
    authority,
    certificate: Certificate.parse(record.certificateDer),
    chain: [issuer, ...issuers].slice(0, -1),
    root: issuers.at(-1) ?? issuer,
  };
}
