import { honourRequest } from "../profile/honour-request.ts";
import type { CertificationRequest } from "../x509/certification-request.ts";
import type { Authority } from "./authority.ts";
import type { CaContext } from "./context.ts";
import { type Issued, issue } from "./issue.ts";
import type { CertificateOrder } from "./order.ts";
import { provenKey } from "./proof-of-possession.ts";

/** What the operator decides, whatever the request says. `names` stand in place of the requested ones. */
export type SignRequestOptions = Pick<CertificateOrder, "profile" | "days" | "notBefore" | "notAfter"> &
  Partial<Pick<CertificateOrder, "names">>;

/** A certificate for a request, and what of the request the profile did not honour, in words. */
export interface SignedRequest extends Issued {
  readonly leftOut: readonly string[];
}

/**
 * Issues a certificate for a PKCS#10 request. The profile decides what of it is honoured; the rest is left out and named.
 * @throws PkiError ERR_CSR_SIGNATURE_BAD, ERR_CSR_SIGNATURE_WEAK, ERR_CSR_SIGNATURE_UNSUPPORTED, ERR_KEY_MALFORMED, and those of `issue`
 */
export async function signRequest(
  context: CaContext,
  authority: Authority,
  request: CertificationRequest,
  options: SignRequestOptions,
): Promise<SignedRequest> {
  const key = provenKey(request);
  const { leftOut, ...honoured } = honourRequest(options.profile, request);
  const names = options.names ?? honoured.names;
  return { ...(await issue(context, authority, { ...options, ...honoured, names, key })), leftOut };
}
