import { decodeOid } from "../../asn1/oid.ts";
import { OID, oidWords } from "../../asn1/oids.ts";
import { TAG } from "../../asn1/tag.ts";
import { readTree, type TreeNode } from "../../asn1/tree.ts";

/** What a PKCS#7 or CMS message carries (RFC 5652 sections 3 and 5.1). It is often BER, so it is read leniently. */
export interface Pkcs7Contents {
  readonly contentType: string;
  /** Certificates and CRLs, each as encoded. */
  readonly objects: readonly Uint8Array[];
}

export function pkcs7Contents(bytes: Uint8Array): Pkcs7Contents {
  const [type, content] = readTree(bytes)[0]?.children ?? [];
  const oid = type && decodeOid(type.content);
  const contentType = oid === undefined ? "unreadable" : oidWords(oid);
  const signedData = oid === OID.signedData ? (content?.children[0]?.children ?? []) : [];
  const objects = signedData.filter(isCertificateOrCrlSet).flatMap(({ children }) => children);
  return { contentType, objects: objects.filter(({ tag }) => tag === TAG.sequence).map((it) => encoded(bytes, it)) };
}

/** `[0] certificates` and `[1] crls`. */
function isCertificateOrCrlSet({ tag }: TreeNode): boolean {
  return tag === 0xa0 || tag === 0xa1;
}

function encoded(bytes: Uint8Array, { offset, headerLength, content }: TreeNode): Uint8Array {
  return bytes.subarray(offset, offset + headerLength + content.length);
}
