import { OID } from "../../asn1/oids.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import { Certificate } from "../../x509/certificate.ts";
import { knownExtension } from "../../x509/extensions/index.ts";
import type { RevocationProblem } from "../revocation-verdict.ts";
import { isSignedBy } from "../signed-by.ts";
import type { BasicResponse } from "./basic-response.ts";
import { isResponder } from "./responder-id.ts";

/** How many of the certificates in a response are tried: responders send one, and whoever sends more shall not buy work with it. */
const MAX_DELEGATES = 8;

/**
 * Did someone sign who may (RFC 6960 section 4.2.2.2): the issuer of the certificate itself, or a responder to whom that issuer gave a
 * certificate with id-kp-OCSPSigning? Undefined: yes. The delegate's own revocation is not looked at (section 4.2.2.2.1).
 */
export function responderProblem(basic: BasicResponse, issuer: Certificate, at: Date): RevocationProblem | undefined {
  const isIssuer = isResponder(basic.responderId, issuer);
  const delegates = namedDelegates(basic);
  const refusals = delegates.map((delegate) => delegateRefusal(delegate, issuer, at));
  const authorized = [...(isIssuer ? [issuer] : []), ...delegates.filter((_, i) => refusals[i] === undefined)];
  if (authorized.some(({ spkiDer }) => isSignedBy(basic, spkiDer))) return undefined;
  const [responder] = authorized;
  if (responder === undefined) {
    const detail = refusals[0] ?? "the response holds no certificate of the responder that it names";
    return { code: "ocsp-unauthorized-responder", detail };
  }
  const detail = `the signature does not verify under the key of ${responder.subject}`;
  return { code: "ocsp-bad-signature", detail };
}

/** The certificates that came along and are the responder's by name or key. One that cannot be read cannot authorise anybody. */
function namedDelegates({ certificateDers, responderId }: BasicResponse): readonly Certificate[] {
  return certificateDers.slice(0, MAX_DELEGATES).flatMap((der) => {
    try {
      const certificate = Certificate.parse(der);
      return isResponder(responderId, certificate) ? [certificate] : [];
    } catch (error) {
      if (isPkiError(error)) return [];
      throw error;
    }
  });
}

/** Why a certificate does not make its holder a responder for the issuer's certificates. */
export function delegateRefusal(delegate: Certificate, issuer: Certificate, at: Date): string | undefined {
  try {
    return refusalOf(delegate, issuer, at);
  } catch (error) {
    if (isPkiError(error)) return `the certificate of ${delegate.subject} is malformed: ${error.message}`;
    throw error;
  }
}

/** @throws PkiError at a field that does not decode */
function refusalOf(delegate: Certificate, issuer: Certificate, at: Date): string | undefined {
  const { subject } = delegate;
  if (!delegate.issuer.equals(issuer.subject))
    return `${subject} is not a responder of ${issuer.subject}, but of ${delegate.issuer}`;
  if (!delegate.extendedKeyUsage?.value.includes(OID.ocspSigning)) return `${subject} lacks the purpose OCSPSigning`;
  if (at < delegate.notBefore || at > delegate.notAfter) return `the certificate of ${subject} is outside its period`;
  const usage = delegate.keyUsage?.value;
  if (usage && !usage.includes("digitalSignature") && !usage.includes("nonRepudiation"))
    return `the key of ${subject} is not for signatures`;
  const unknown = delegate.extensions.find((extension) => extension.critical && !knownExtension(extension.oid));
  if (unknown !== undefined)
    return `the certificate of ${subject} has a critical extension that nobody knows, ${unknown.oid}`;
  if (!isSignedBy(delegate, issuer.spkiDer)) return `the certificate of ${subject} is not signed by ${issuer.subject}`;
  return undefined;
}
