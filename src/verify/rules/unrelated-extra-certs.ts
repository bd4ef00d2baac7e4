import type { GivenRule } from "../rule.ts";
import { certificateText } from "../text.ts";

export const unrelatedExtraCerts: GivenRule = {
  id: "unrelated-extra-certs",
  severity: "notice",
  citation: "RFC 8446 section 4.4.2",
  summary: "Every certificate that is sent has a part in some path of the leaf.",
  check: ({ path: { entries }, given: { sent }, places }) => {
    const strangers = sent.filter(
      (one, i) => places[i] === -1 && !entries.some(({ certificate }) => certificate.subject.equals(one.subject)),
    );
    const [first] = strangers;
    return first && `${strangers.length} of those sent have no part in the path, such as ${certificateText(first)}`;
  },
};
