import { TAG } from "../../asn1/tag.ts";
import type { Kind } from "./report.ts";

/** What an element is called in the RFC, and what stands in it. A part whose tag does not come next is left out: it is OPTIONAL. */
export interface Part {
  readonly name: string;
  readonly tag?: number;
  readonly parts?: readonly Part[];
  /** All that stands in it are these: SEQUENCE OF, SET OF. */
  readonly of?: Part;
}

const algorithm: readonly Part[] = [{ name: "algorithm", tag: TAG.oid }, { name: "parameters" }];
const name: Part = {
  name: "relativeDistinguishedName",
  of: { name: "attribute", parts: [{ name: "type" }, { name: "value" }] },
};
const spki: readonly Part[] = [
  { name: "algorithm", tag: TAG.sequence, parts: algorithm },
  { name: "subjectPublicKey", tag: TAG.bitString },
];
const extensions: Part = {
  name: "extensions",
  tag: TAG.sequence,
  of: {
    name: "extension",
    parts: [
      { name: "extnID", tag: TAG.oid },
      { name: "critical", tag: TAG.boolean },
      { name: "extnValue", tag: TAG.octetString },
    ],
  },
};
const signed = (toBeSigned: Part): readonly Part[] => [
  toBeSigned,
  { name: "signatureAlgorithm", tag: TAG.sequence, parts: algorithm },
  { name: "signature", tag: TAG.bitString },
];

/** RFC 5280 sections 4.1 and 5.1, RFC 2986 section 4.1, RFC 5958 section 2. */
const structures: Readonly<Partial<Record<Kind, Part>>> = {
  certificate: {
    name: "Certificate",
    parts: signed({
      name: "tbsCertificate",
      parts: [
        { name: "version", tag: 0xa0 },
        { name: "serialNumber", tag: TAG.integer },
        { name: "signature", tag: TAG.sequence, parts: algorithm },
        { name: "issuer", tag: TAG.sequence, of: name },
        { name: "validity", tag: TAG.sequence, parts: [{ name: "notBefore" }, { name: "notAfter" }] },
        { name: "subject", tag: TAG.sequence, of: name },
        { name: "subjectPublicKeyInfo", tag: TAG.sequence, parts: spki },
        { name: "issuerUniqueID", tag: 0x81 },
        { name: "subjectUniqueID", tag: 0x82 },
        { name: "extensions", tag: 0xa3, parts: [extensions] },
      ],
    }),
  },
  "certificate-request": {
    name: "CertificationRequest",
    parts: signed({
      name: "certificationRequestInfo",
      parts: [
        { name: "version", tag: TAG.integer },
        { name: "subject", tag: TAG.sequence, of: name },
        { name: "subjectPKInfo", tag: TAG.sequence, parts: spki },
        { name: "attributes", tag: 0xa0 },
      ],
    }),
  },
  crl: {
    name: "CertificateList",
    parts: signed({
      name: "tbsCertList",
      parts: [
        { name: "version", tag: TAG.integer },
        { name: "signature", tag: TAG.sequence, parts: algorithm },
        { name: "issuer", tag: TAG.sequence, of: name },
        { name: "thisUpdate", tag: TAG.utcTime },
        { name: "nextUpdate", tag: TAG.utcTime },
        { name: "revokedCertificates", tag: TAG.sequence },
        { name: "crlExtensions", tag: 0xa0, parts: [extensions] },
      ],
    }),
  },
  "public-key": { name: "SubjectPublicKeyInfo", parts: spki },
};

export function structureOf(kind: Kind): Part | undefined {
  return structures[kind];
}

/** Pairs each element of a structure with the part that it is. */
export function partsOf(part: Part | undefined, tags: readonly number[]): readonly (Part | undefined)[] {
  if (part?.of !== undefined) return tags.map(() => part.of);
  let at = 0;
  const { parts = [] } = part ?? {};
  return tags.map((tag) => {
    const found = parts.findIndex((it, i) => i >= at && (it.tag === undefined || it.tag === tag));
    if (found < 0) return undefined;
    at = found + 1;
    return parts[found];
  });
}
