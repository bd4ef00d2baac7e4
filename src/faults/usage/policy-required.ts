import { encodeExtension } from "../../x509/extension.ts";
import { policyConstraints } from "../../x509/extensions/policy-constraints.ts";
import { policies } from "../build/extensions.ts";
import { withIssuing } from "../build/shapes.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";
import { criticalExtension } from "../prints/verification.ts";

export const policyRequired: Fault = {
  id: "policy-required",
  title: "No certificate policy reaches the leaf",
  story: "The chain must be valid under some certificate policy. No policy reaches from the root down to the leaf.",
  citation: "RFC 5280 section 6.1.5",
  severity: "some clients refuse",
  weight: 2,
  raises: ["policy-required"],
  ambiguity: "purpose",
  prints: {
    ...criticalExtension,
    ...accepts("openssl", "python-3.13", "node", "rustls"),
    openssl: ["openssl-43"],
    java: ["java-policy"],
    firefox: "accepts",
    dotnet: ["dotnet-policy"],
    schannel: ["windows-policy"],
    others: ["nss-policy"],
  },
  build: (lab) => {
    const required = encodeExtension(policyConstraints, { requireExplicitPolicy: 0 }, true);
    return withIssuing(lab, { extensions: { ...policies("2.999.1"), policyConstraints: required } });
  },
};
