import type { Certificate } from "./certificate.ts";

/**
 * A private extension that marks the roots of the fault lab. 2.999 is the arc of examples (Rec. ITU-T X.660), which nobody has to
 * register. Its numbers are small: Go and GnuTLS cannot read a UUID under 2.25, nor then the certificate. It is not critical, so that
 * clients judge the planted fault and not the mark.
 */
export const LAB_MARKER_OID = "2.999.1812419812.1";

/** What the organization of every lab certificate begins with, for human eyes. */
export const LAB_ORGANIZATION = "LAB - broken on purpose";

/** True for a root of the fault lab: its certificates are broken on purpose, and no real authority may stand on it. */
export function isLabMarked(certificate: Certificate): boolean {
  const marked = certificate.extensions.some(({ oid }) => oid === LAB_MARKER_OID);
  return marked || certificate.subject.attributes.some(({ value }) => value.startsWith(LAB_ORGANIZATION));
}
