import { san } from "../build/extensions.ts";
import { withNameConstraints } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { viaOpenSsl } from "../prints/prints.ts";
import { nameConstraint } from "../prints/verification.ts";

export const ncUnsupportedType: Fault = {
  id: "nc-unsupported-type",
  title: "A name constraint that cannot be checked",
  story:
    "A CA's name constraints have a kind or a form that clients cannot check. What cannot be checked is taken as broken.",
  citation: "RFC 5280 section 4.2.1.10",
  severity: "most clients refuse",
  weight: 3,
  raises: ["nc-unsupported-type"],
  ambiguity: "name",
  prints: {
    ...nameConstraint,
    ...viaOpenSsl("openssl-51"),
    go: ["go-critical-extension"],
    java: "accepts",
    dotnet: ["dotnet-name-constraint-type"],
    others: ["openssl-49", "openssl-52", "openssl-53", "go-constraint-unreadable"],
  },
  build: (lab) =>
    withNameConstraints(lab, { permitted: ["rid:2.999.1"], leaf: san(lab.name, lab.host, "rid:2.999.1") }),
};
