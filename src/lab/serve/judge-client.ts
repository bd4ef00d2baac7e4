import type { ClientDemand } from "../../faults/build/scene.ts";
import { verify } from "../../verify/verify.ts";

/** By alert (RFC 5246 section 7.2.2) the X509_V_ERR numbers that OpenSSL's servers answer with it. */
const openSslNumbers: readonly (readonly [alert: number, numbers: readonly number[]])[] = [
  [42, [6, 9, 11, 13, 14, 15, 16, 27, 28, 62, 63, 64, 66, 67, 68, 94]], // bad_certificate
  [43, [26]], // unsupported_certificate
  [44, [23]], // certificate_revoked
  [45, [10, 12]], // certificate_expired
  [48, [2, 3, 18, 19, 20, 21, 22, 25, 33, 79]], // unknown_ca
  [51, [4, 5, 7, 8]], // decrypt_error
];
const CERTIFICATE_UNKNOWN = 46;

/** The alert with which an OpenSSL server would refuse this client; undefined when it is let in. */
export function judgeClient(
  chain: readonly Uint8Array[],
  { trust, crls = [] }: ClientDemand,
  at: Date,
): number | undefined {
  const roots = trust.map(({ der }) => der);
  const { valid, findings } = verify(chain, { trust: roots, crls, at, purpose: "clientAuth" });
  if (valid) return undefined;
  const number = findings[0]?.openssl;
  const row = openSslNumbers.find(([, numbers]) => number !== undefined && numbers.includes(number));
  return row?.[0] ?? CERTIFICATE_UNKNOWN;
}
