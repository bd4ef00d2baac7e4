import { TAG } from "../asn1/tag.ts";

/** True for the two octets of a NULL element: the parameters of rsaEncryption and of many hashes (RFC 3279 section 2.3.1). */
export function isNull(parameters: Uint8Array | undefined): boolean {
  return parameters?.length === 2 && parameters[0] === TAG.null && parameters[1] === 0;
}
