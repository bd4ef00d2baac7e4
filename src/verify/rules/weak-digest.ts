import { signatureAlgorithmOf } from "../../keys/signature-algorithms.ts";
import type { CertificateRule } from "../rule.ts";

/** NIST SP 800-131A: SHA-1 signatures are not acceptable after 2013. */
const SHA1_RETIRED = Date.UTC(2014, 0, 1);

export const weakDigest: CertificateRule = {
  id: "sha1-signature",
  raises: ["md5-signature"],
  severity: "error",
  citation: "RFC 6194, RFC 6151; NIST SP 800-131A revision 2, section 9",
  summary:
    "A certificate is not signed over MD5, nor since 2014 over SHA-1. A trust anchor's own signature proves nothing anyhow.",
  roles: ["leaf", "intermediate"],
  field: "signatureAlgorithm",
  check: ({ signatureAlgorithm }, { request }) => {
    const algorithm = signatureAlgorithmOf(signatureAlgorithm);
    if (algorithm?.weak === undefined) return undefined;
    if (algorithm.weak === "sha1" && request.at.getTime() < SHA1_RETIRED) return undefined;
    return { code: `${algorithm.weak}-signature`, message: `signed with ${algorithm.words}` };
  },
};
