import { PkiError } from "../../errors/pki-error.ts";
import { ExtensionSet } from "../../x509/extension-set.ts";
import type { CertId } from "../ocsp/cert-id.ts";
import { ocspNonce } from "../ocsp/ocsp-nonce.ts";
import { type OcspRequest, parseOcspRequest } from "../ocsp/ocsp-request.ts";

/** A request for one certificate takes about 80 octets, and a signed one some thousand. Octets. */
export const MAX_REQUEST_BYTES = 16_384;
/** A client asks for one certificate, or for those of one chain. */
const MAX_CERT_IDS = 32;
/** Longer ones MUST be rejected (RFC 9654 section 2.1). Octets. */
const MAX_NONCE_BYTES = 128;
/** Longer ones MAY be ignored (RFC 9654 section 2.1): nobody shall have much signed that he chose himself. Octets. */
const MAX_ECHOED_NONCE_BYTES = 32;

/** What a request asks: of which certificates, and whether the answer must be made for it alone. */
export interface Question {
  readonly certIds: readonly [CertId, ...CertId[]];
  /** What the answer must repeat. */
  readonly nonce: Uint8Array | undefined;
}

/** Reads the DER of an OCSPRequest, within bounds. @throws PkiError ERR_DER, ERR_OCSP_REQUEST */
export function readQuestion(requestDer: Uint8Array): Question {
  if (requestDer.length > MAX_REQUEST_BYTES) throw refused(`${requestDer.length} octets are too many`);
  const request = parseOcspRequest(requestDer);
  const [first, ...more] = request.certIds;
  if (first === undefined) throw refused("it asks for no certificate");
  if (more.length >= MAX_CERT_IDS) throw refused(`${more.length + 1} certificates are too many for one request`);
  return { certIds: [first, ...more], nonce: readNonce(request) };
}

/** RFC 6960 section 4.4: an extension that is critical and unknown cannot be obeyed, so the request cannot be. */
function readNonce({ extensions }: OcspRequest): Uint8Array | undefined {
  if (extensions.length === 0) return undefined;
  const critical = extensions.find((extension) => extension.critical && extension.oid !== ocspNonce.oid);
  if (critical !== undefined) throw refused(`its critical extension ${critical.oid} is not known here`);
  const nonce = new ExtensionSet(extensions).get(ocspNonce)?.value;
  if (nonce === undefined) return undefined;
  if (nonce.length === 0 || nonce.length > MAX_NONCE_BYTES) throw refused(`its nonce has ${nonce.length} octets`);
  return nonce.length <= MAX_ECHOED_NONCE_BYTES ? nonce : undefined;
}

function refused(problem: string): PkiError {
  return new PkiError("ERR_OCSP_REQUEST", { problem });
}
