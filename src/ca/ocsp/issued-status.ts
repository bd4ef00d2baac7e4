import type { CertStatus } from "../../revocation/ocsp/single-response.ts";
import type { IssuedStatus } from "../../revocation/respond/served-issuer.ts";
import type { CertificateRecord, Revocation } from "../../store/certificate-record.ts";
import type { Store } from "../../store/store.ts";

/** What the store knows of a certificate of this authority; undefined when the authority issued none with the serial number. */
export async function issuedStatus(store: Store, authority: string, serial: string): Promise<IssuedStatus | undefined> {
  const record = await store.find(serial);
  return record?.authority === authority ? statusOf(record) : undefined;
}

function statusOf({ notAfter, revoked }: CertificateRecord): IssuedStatus {
  const invalidityDate = revoked?.invalidityDate === undefined ? undefined : new Date(revoked.invalidityDate);
  return { status: certStatus(revoked), notAfter: new Date(notAfter), invalidityDate };
}

function certStatus(revoked: Revocation | undefined): CertStatus {
  return revoked === undefined
    ? { kind: "good" }
    : { kind: "revoked", at: new Date(revoked.at), reason: revoked.reason };
}
