import type { Certificate } from "../../x509/certificate.ts";
import { tlsFeature } from "../../x509/extensions/tls-feature.ts";

/** status_request and status_request_v2 (RFC 6066 section 8, RFC 6961 section 2.2), the numbers of the TLS extensions that ask for a staple. */
const statusRequests = [5, 17];

/** True when a server may not show this certificate without an OCSP response beside it (RFC 7633 section 4.2.3.1). @throws PkiError */
export function requiresStaple(certificate: Certificate): boolean {
  return certificate.extension(tlsFeature)?.value.some((feature) => statusRequests.includes(feature)) ?? false;
}
