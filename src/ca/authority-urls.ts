import type { AuthorityUrlRecord } from "../store/authority-record.ts";

/**
 * Where an authority publishes below a base URL: its CRL, the OCSP responder, its own certificate. They go into the certificates that
 * it issues, never into its own: whoever checks a certificate needs the CRL of its issuer (RFC 5280 section 4.2.1.13).
 */
export function authorityUrls(baseUrl: string, id: string): AuthorityUrlRecord {
  const base = baseUrl.replace(/\/+$/, "");
  return { crl: [`${base}/crl/${id}.crl`], ocsp: [`${base}/ocsp`], caIssuers: [`${base}/ca/${id}.cer`] };
}
