import type { FindingCode } from "../explanations/index.ts";
import type { Problem } from "../finding.ts";
import type { CandidatePath } from "../path/candidate-path.ts";
import type { PoolEntry } from "../path/certificate-pool.ts";
import { keyIdentifierMismatchText, matchKeyIdentifiers } from "../path/key-identifiers.ts";
import type { PathRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const badSignature: PathRule = {
  id: "bad-signature-leaf",
  raises: ["bad-signature-intermediate", "same-name-issuer-other-key", "unsupported-algorithm", "malformed-der"],
  severity: "error",
  citation: "RFC 5280 section 6.1.3 (a) (1)",
  summary: "Every certificate below the anchor is signed by the key of the one above.",
  field: "signatureValue",
  applies: ({ links }) => links.some((link) => link !== "good" && link !== "unsigned" && link !== "unchecked"),
  check: (path) => path.links.flatMap((_, index) => problemsOf(path, index)),
};

function problemsOf({ entries, links }: CandidatePath, index: number): readonly Problem[] {
  const [child, issuer] = [entries[index], entries[index + 1]];
  if (child === undefined || issuer === undefined) return [];
  const by = `the key of ${certificateText(issuer.certificate)}`;
  switch (links[index]) {
    case "bad":
      return [{ ...forged(child, issuer, index, by), index }];
    case "unsupported": {
      const message = `the signature by ${by} is of a kind that is not checked here`;
      return [
        { code: unproven(index), message, index },
        { code: "unsupported-algorithm", message, index },
      ];
    }
    case "malformed":
      return [{ code: "malformed-der", message: "the signature cannot be read", index }];
    case "not-yet":
    case "malformed-key":
      return [
        { code: "malformed-der", message: `${by} cannot be used`, field: "subjectPublicKeyInfo", index: index + 1 },
      ];
    default:
      return [];
  }
}

function unproven(index: number): FindingCode {
  return index === 0 ? "bad-signature-leaf" : "bad-signature-intermediate";
}

/** Whether the certificate was changed, or another key signed it: key identifiers tell, where they are. */
function forged(child: PoolEntry, issuer: PoolEntry, index: number, by: string): Problem {
  const message = `${by} did not sign this`;
  const match = matchKeyIdentifiers(child.certificate, issuer.certificate);
  if (match === "same") return { code: unproven(index), message };
  const why =
    match === "other"
      ? keyIdentifierMismatchText(child.certificate, issuer.certificate)
      : `a CA of that name has the key ${issuer.publicKey.keyIdentifierHex}`;
  return { code: "same-name-issuer-other-key", message: `${message}: ${why}` };
}
