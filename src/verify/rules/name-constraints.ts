import { generalNameText } from "../../x509/general-name-text.ts";
import type { FindingCode } from "../explanations/index.ts";
import type { Problem } from "../finding.ts";
import { checkNameConstraints, type NameConstraintViolation } from "../name-constraints/check-name-constraints.ts";
import type { MalformedSubtree } from "../name-constraints/name-refusal.ts";
import type { PathRule } from "../rule.ts";

const codes: Readonly<Record<NameConstraintViolation["kind"], FindingCode>> = {
  permitted: "nc-permitted",
  excluded: "nc-excluded",
  unsupported: "nc-unsupported-type",
  malformed: "nc-unsupported-type",
};

export const nameConstraintsHold: PathRule = {
  id: "nc-permitted",
  raises: ["nc-excluded", "nc-unsupported-type", "resource-limit"],
  severity: "error",
  citation: "RFC 5280 sections 4.2.1.10 and 6.1.3 (b) and (c)",
  summary: "Every name of a certificate is one that the CAs above it may certify.",
  applies: ({ entries }) => entries.some(({ certificate }, index) => index > 0 && certificate.nameConstraints),
  check: ({ entries, end }, { budget, rules }) => {
    const anchor = end === "anchor" && rules.settings.anchors === "name-and-key" ? entries.length - 1 : -1;
    const path = entries.map(({ certificate }, index) => ({
      subject: certificate.subject,
      subjectAltName: certificate.subjectAltName?.value,
      isSelfIssued: certificate.isSelfIssued,
      nameConstraints: index === anchor ? undefined : certificate.nameConstraints?.value,
    }));
    const { violations, malformed, exhaustedAt } = checkNameConstraints(path, (comparisons) =>
      budget.spend("constraintComparisons", comparisons),
    );
    const problems = [...violations.map(violationProblem), ...malformed.slice(0, SHOWN).map(subtreeProblem)];
    if (exhaustedAt === undefined) return problems;
    const message = `its names against the constraints above it take more than ${budget.exhausted}`;
    return [{ code: "resource-limit", message, index: exhaustedAt }, ...problems];
  },
};

/** How many subtrees are told, in a message and as malformed. */
const SHOWN = 5;

function violationProblem({ kind, name, at, detail, imposedBy, index }: NameConstraintViolation): Problem {
  const bases = imposedBy.bases.slice(0, SHOWN).map(generalNameText);
  const more = imposedBy.bases.length > SHOWN ? ` and ${imposedBy.bases.length - SHOWN} more` : "";
  const where = `chain[${imposedBy.index}].${imposedBy.at}`;
  return {
    code: codes[kind],
    message: `${generalNameText(name)}: ${detail}; ${where} holds ${bases.join(", ")}${more}`,
    field: at,
    index,
  };
}

/** X509_V_ERR_UNSUPPORTED_CONSTRAINT_SYNTAX has a number of its own. */
function subtreeProblem({ index, at, detail }: MalformedSubtree): Problem {
  return { code: "nc-unsupported-type", message: detail, field: at, index, openssl: 52 };
}
