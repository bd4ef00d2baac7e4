import { decodeOid } from "../../asn1/oid.ts";
import { OID, oidWords } from "../../asn1/oids.ts";
import { TAG } from "../../asn1/tag.ts";
import { childrenOf, type LenientElement, lenientElements } from "./lenient-element.ts";

/** What a PKCS#7 or CMS message carries (RFC 5652 sections 3 and 5.1). It is often BER, so it is walked leniently. */
export interface Pkcs7Contents {
  readonly contentType: string;
  /** Certificates and CRLs, each as encoded. */
  readonly objects: readonly Uint8Array[];
}

export function pkcs7Contents(bytes: Uint8Array): Pkcs7Contents {
  const [info] = lenientElements(bytes);
  const [type, content] = info ? [...childrenOf(bytes, info)] : [];
  const oid = type && decodeOid(bytes.subarray(type.contentStart, type.end));
  const contentType = oid === undefined ? "unreadable" : oidWords(oid);
  const [signedData] = content && oid === OID.signedData ? childrenOf(bytes, content) : [];
  const sets = signedData ? [...childrenOf(bytes, signedData)].filter(isCertificateOrCrlSet) : [];
  const objects = sets.flatMap((set) => [...childrenOf(bytes, set)].filter(({ tag }) => tag === TAG.sequence));
  return { contentType, objects: objects.map(({ start, next }) => bytes.subarray(start, next)) };
}

/** `[0] certificates` and `[1] crls`. */
function isCertificateOrCrlSet({ tag }: LenientElement): boolean {
  return tag === 0xa0 || tag === 0xa1;
}
