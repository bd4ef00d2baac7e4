import { equalBytes } from "../../asn1/bytes.ts";
import { oidWords } from "../../asn1/oids.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Problem } from "../finding.ts";
import type { CandidatePath } from "../path/candidate-path.ts";
import type { PathRule } from "../rule.ts";

export const signatureAlgorithmMismatch: PathRule = {
  id: "signature-algorithm-mismatch",
  severity: "error",
  citation: "RFC 5280 section 4.1.1.2",
  summary:
    "The signature algorithm is the same inside and outside the signed part, and one that the issuer's key can make.",
  field: "signatureAlgorithm",
  check: (path) => {
    const problems: Problem[] = [];
    path.entries.forEach(({ certificate }, index) => {
      const isAnchor = path.end === "anchor" && index > 0 && index === path.entries.length - 1;
      const message = (isAnchor ? undefined : innerMismatch(certificate)) ?? keyMismatch(path, index);
      if (message !== undefined) problems.push({ message, index });
    });
    return problems.length > 0 ? problems : undefined;
  },
};

function innerMismatch({ signatureAlgorithm: outer, tbsSignatureAlgorithm: inner }: Certificate): string | undefined {
  if (outer === inner || equalBytes(outer.der, inner.der)) return undefined;
  return `${oidWords(inner.oid)} was signed, ${oidWords(outer.oid)} stands beside the signature`;
}

function keyMismatch({ entries, links }: CandidatePath, index: number): string | undefined {
  if (links[index] !== "wrong-key-type") return undefined;
  const algorithm = entries[index]?.certificate.signatureAlgorithm.oid ?? "";
  return `signed with ${oidWords(algorithm)}, and the issuer's key is ${entries[index + 1]?.publicKey.words}`;
}
