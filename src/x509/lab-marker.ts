import type { Certificate } from "./certificate.ts";

/**
 * A private extension that marks the roots of the fault lab. The OID stands under 2.25 (Rec. ITU-T X.667: a UUID as one arc), which
 * nobody has to register. It is not critical, so that clients judge the planted fault and not the mark.
 */
export const LAB_MARKER_OID = "2.25.181241981281272391281060646292502626449";

/** What the organization of every lab certificate begins with, for human eyes. */
export const LAB_ORGANIZATION = "LAB - broken on purpose";

/** True for a root of the fault lab: its certificates are broken on purpose, and no real authority may stand on it. */
export function isLabMarked(certificate: Certificate): boolean {
  const marked = certificate.extensions.some(({ oid }) => oid === LAB_MARKER_OID);
  return marked || certificate.subject.rdns.flat().some(({ value }) => value.startsWith(LAB_ORGANIZATION));
}
