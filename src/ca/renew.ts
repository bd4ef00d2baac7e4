import { PkiError } from "../errors/pki-error.ts";
import { type IssuableKeyTypeId, issuableKeyTypes } from "../keys/algorithms.ts";
import { PublicKey } from "../keys/public-key.ts";
import { builtinProfile } from "../profile/builtin-profiles.ts";
import type { Profile } from "../profile/profile.ts";
import type { CertificateRecord } from "../store/certificate-record.ts";
import type { RevocationReason } from "../store/revocation-reason.ts";
import { Certificate } from "../x509/certificate.ts";
import type { Authority } from "./authority.ts";
import type { CaContext } from "./context.ts";
import { findCertificate } from "./find-certificate.ts";
import { type Issued, issue } from "./issue.ts";

export interface RenewOptions {
  /** The profile that the certificate was issued from. Needed when it is not a built-in one. */
  readonly profile?: Profile | undefined;
  /** Make a new key of the same type. Without it the old key gets the new certificate. */
  readonly rekey?: boolean | undefined;
  /** The period of the old certificate unless told. */
  readonly days?: number | undefined;
}

const compromises: readonly RevocationReason[] = ["keyCompromise", "cACompromise", "aACompromise"];

/**
 * Issues a certificate again: same names, subject and profile, for as long as before. The new record says which one it replaces.
 * @throws PkiError ERR_RENEW_COMPROMISED when the old key must not be used again, and those of `findCertificate` and `issue`
 */
export async function renew(
  context: CaContext,
  authority: Authority,
  which: string | Certificate,
  options: RenewOptions = {},
): Promise<Issued> {
  const record = await findCertificate(context.store, which);
  const { serial, revoked } = record;
  if (!options.rekey && revoked !== undefined && compromises.includes(revoked.reason))
    throw new PkiError("ERR_RENEW_COMPROMISED", { serial, reason: revoked.reason });
  const certificate = Certificate.parse(record.certificateDer);
  const profile = options.profile ?? builtinProfile(record.profile);
  const publicKey = PublicKey.fromSpki(certificate.spkiDer);
  return issue(context, authority, {
    profile,
    names: certificate.subjectAltName?.value ?? [],
    subject: certificate.subject,
    key: options.rekey ? sameKeyType(publicKey) : publicKey,
    extensions: certificate.extensions.filter(({ oid }) => profile.csr.extensions.includes(oid)),
    ...(options.days === undefined ? { notAfter: sameEnd(record, profile, context.now()) } : { days: options.days }),
    replaces: serial,
  });
}

function sameKeyType({ keyType }: PublicKey): IssuableKeyTypeId | undefined {
  return issuableKeyTypes.find((id) => id === keyType?.id);
}

// The period counts from notBefore, which the profile puts a little into the past.
function sameEnd(record: CertificateRecord, { validity }: Profile, now: Date): Date {
  const period = Date.parse(record.notAfter) - Date.parse(record.notBefore);
  return new Date(now.getTime() - validity.backdate * 1000 + period);
}
