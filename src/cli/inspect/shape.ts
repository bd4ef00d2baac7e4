import { TAG } from "../../asn1/tag.ts";
import { readTree, type TreeNode } from "../../asn1/tree.ts";
import type { Kind } from "./report.ts";

/**
 * How structures begin: the tag of the outer element, of its children and of their children, in hexadecimal.
 * `30(30(a0 02 30 30 30 30` is how only a certificate begins.
 */
const shapes: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/^30\(30\((a0 )?02 30 30 30 30/, "certificate"], // RFC 5280 section 4.1
  [/^30\(30\((02 )?30 30 1[78]/, "crl"], // RFC 5280 section 5.1
  [/^30\(30\(02 30 30( a0|\))/, "certificate-request"], // RFC 2986 section 4
  [/^30\(30\((a0 )?(a1 )?30( a2)?\)( a0)?\)$/, "ocsp-request"], // RFC 6960 section 4.1.1
  [/^30\(0a( a0)?\)/, "ocsp-response"], // RFC 6960 section 4.2.1
  [/^30\(06 a0\)/, "pkcs7"], // RFC 5652 section 3
  [/^30\(02 30\(06 a0\)/, "pkcs12"], // RFC 7292 section 4
  [/^30\(02 30\(06[^)]*\) 04/, "private-key"], // PKCS#8: RFC 5958 section 2
  [/^30\(30\(06 30\) 04\)/, "encrypted-private-key"], // PKCS#8: RFC 5958 section 3
  [/^30\(02 04( a0)?( a1)?\)/, "private-key"], // SEC 1: RFC 5915 section 3
  [/^30\(02 02 02 02 02 02 02 02 02\)/, "private-key"], // PKCS#1: RFC 8017 appendix A.1.2
  [/^30\(30\(06[^)]*\) 03\)/, "public-key"], // RFC 5280 section 4.1
  [/^30\(02 02\)/, "public-key"], // PKCS#1: RFC 8017 appendix A.1.1
  [/^06$/, "parameters"], // a named curve: RFC 5480 section 2.1.1
];

/** All that a shape looks at stands at the beginning: a CRL of a million entries need not be read to know it. Octets. */
const BEGINNING = 65_536;

/** The kind of a structure, told by its tags; undefined when it fits none that rootcause knows. */
export function kindOfShape(bytes: Uint8Array): Kind | undefined {
  const shape = shapeOf(readTree(bytes.subarray(0, BEGINNING)), 3);
  return shapes.find(([pattern]) => pattern.test(shape))?.[1];
}

/** The tags of a run of elements, and of what stands in a SEQUENCE among them. */
function shapeOf(nodes: readonly TreeNode[], depth: number): string {
  return nodes
    .map(({ tag, children }) => {
      const inner = tag === TAG.sequence && depth > 1 ? `(${shapeOf(children, depth - 1)})` : "";
      return `${tag.toString(16).padStart(2, "0")}${inner}`;
    })
    .join(" ");
}
