import { PkiError } from "../errors/pki-error.ts";
import type { AuthorityUrlRecord } from "../store/authority-record.ts";
import { requireShards } from "./crl/crl-shard.ts";

/** How the CRLs of an authority are published. */
export interface CrlTerms {
  /** Into how many lists they are split, for good: a power of two; 1 unless told. */
  readonly crlShards?: number | undefined;
  /** Publish deltas too. */
  readonly deltaCrls?: boolean | undefined;
}

/**
 * Where an authority publishes below a base URL: its CRL, the OCSP responder, its own certificate. They go into the certificates that
 * it issues, never into its own: whoever checks a certificate needs the CRL of its issuer (RFC 5280 section 4.2.1.13).
 * @throws PkiError ERR_CRL_SHARDS
 */
export function authorityUrls(
  baseUrl: string,
  id: string,
  { crlShards = 1, deltaCrls = false }: CrlTerms = {},
): AuthorityUrlRecord {
  requireShards(crlShards);
  const base = baseUrl.replace(/\/+$/, "");
  const list = crlShards === 1 ? id : `${id}-{shard}`;
  return {
    crl: [`${base}/crl/${list}.crl`],
    ...(crlShards === 1 ? {} : { crlShards }),
    ...(deltaCrls ? { deltaCrl: [`${base}/crl/${list}-delta.crl`] } : {}),
    ocsp: [`${base}/ocsp`],
    caIssuers: [`${base}/ca/${id}.cer`],
  };
}

/** @throws PkiError ERR_CRL_URL when the CRLs are to be found by URLs, and there is none to put them below */
export function requireCrlUrl(baseUrl: string | undefined, { crlShards = 1, deltaCrls = false }: CrlTerms): void {
  if (baseUrl === undefined && (crlShards !== 1 || deltaCrls)) throw new PkiError("ERR_CRL_URL", {});
}
