import { asBuffer } from "../../asn1/bytes.ts";
import type { Problem } from "../finding.ts";
import type { GivenRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const duplicateCertificates: GivenRule = {
  id: "duplicate-certificates",
  severity: "notice",
  citation: "RFC 8446 section 4.4.2",
  summary: "Nothing is sent twice.",
  check: (_, { leaf, sent }) => {
    const seen = new Set([asBuffer(leaf.der).toString("latin1")]);
    const problems: Problem[] = [];
    for (const [place, certificate] of sent.entries()) {
      const size = seen.size;
      if (seen.add(asBuffer(certificate.der).toString("latin1")).size === size)
        problems.push({ message: `${certificateText(certificate)} is sent again`, at: `sent[${place}]` });
    }
    return problems.length > 0 ? problems : undefined;
  },
};
