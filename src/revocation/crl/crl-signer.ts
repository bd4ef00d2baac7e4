import { equalBytes } from "../../asn1/bytes.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { CertificateList } from "../../x509/certificate-list.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import type { RevocationProblem } from "../revocation-verdict.ts";
import { isSignedBy } from "../signed-by.ts";

/** The certificate whose key signed a list, or why there is none that may have. */
export type CrlSigner =
  | { readonly signer: Certificate; readonly problem?: never }
  | { readonly signer?: never; readonly problem: RevocationProblem };

/** Looks for the signer among certificates that are valid themselves (RFC 5280 section 6.3.3 steps f and g). */
export function findCrlSigner(crl: CertificateList, valid: readonly Certificate[]): CrlSigner {
  const { issuer } = crl;
  const candidates = valid.filter(({ subject }) => subject.equals(issuer));
  const signers = candidates.filter(({ spkiDer }) => isSignedBy(crl, spkiDer));
  const signer = signers.find(maySignCrls);
  if (signer !== undefined) return { signer };
  if (signers.length > 0) return refuse("crl-signer-no-crlsign", `the key usage of ${issuer} lacks cRLSign`);
  if (candidates.length === 0)
    return refuse("crl-wrong-issuer", `no valid certificate of its issuer, ${issuer}, is known`);
  if (!candidates.some((candidate) => isNamedKey(crl, candidate)))
    return refuse("crl-wrong-issuer", `it names another key of ${issuer} than those known`);
  return refuse("crl-bad-signature", `its signature does not verify under the key of ${issuer}`);
}

function refuse(code: RevocationProblem["code"], detail: string): CrlSigner {
  return { problem: { code, detail } };
}

/** A key usage without cRLSign forbids it; no key usage forbids nothing (RFC 5280 section 4.2.1.3). */
function maySignCrls({ keyUsage }: Certificate): boolean {
  return keyUsage === undefined || keyUsage.value.includes("cRLSign");
}

/** False only when the key identifiers of both are there and differ. */
function isNamedKey(crl: CertificateList, { subjectKeyIdentifier }: Certificate): boolean {
  const keyId = crl.extension(authorityKeyIdentifier)?.value.keyId;
  return keyId === undefined || subjectKeyIdentifier === undefined || equalBytes(keyId, subjectKeyIdentifier.value);
}
