import { OID, type OidName, oidWords } from "../asn1/oids.ts";

/** Digest sizes in octets. The names are those that node:crypto and the OID table share. */
const digestBytes = { md5: 16, sha1: 20, sha224: 28, sha256: 32, sha384: 48, sha512: 64 } as const;
digestBytes satisfies { readonly [name in OidName]?: number };

export type HashName = keyof typeof digestBytes;

const byOid = new Map((Object.keys(digestBytes) as HashName[]).map((hash) => [OID[hash], hash]));

/** The hash behind an identifier such as id-sha256 (RFC 4055 section 2.1). */
export function hashOfOid(oid: string): HashName | undefined {
  return byOid.get(oid);
}

/** The digest size, octets. */
export function digestLength(hash: HashName): number {
  return digestBytes[hash];
}

/** "SHA-256". */
export function hashWords(hash: HashName): string {
  return oidWords(OID[hash]);
}

/** The word for a hash whose collisions can be made, so that a signature over it proves little (RFC 6151, RFC 6194). */
export function hashWeakness(hash: HashName | undefined): "md5" | "sha1" | undefined {
  return hash === "md5" || hash === "sha1" ? hash : undefined;
}
