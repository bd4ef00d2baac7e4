import { encodeExtension } from "../../x509/extension.ts";
import { policyConstraints } from "../../x509/extensions/policy-constraints.ts";
import { policyMappings } from "../../x509/extensions/policy-mappings.ts";
import { policies } from "../build/extensions.ts";
import type { Fault } from "../fault.ts";
import { accepts } from "../prints/prints.ts";
import { criticalExtension } from "../prints/verification.ts";

export const policyMappingInhibited: Fault = {
  id: "policy-mapping-inhibited",
  title: "The policies meet only by a forbidden mapping",
  story: "The policies of the chain agree only through a mapping. A CA above forbids mappings.",
  citation: "RFC 5280 section 6.1.4",
  severity: "some clients refuse",
  weight: 1,
  raises: ["policy-mapping-inhibited"],
  ambiguity: "purpose",
  prints: {
    ...criticalExtension,
    ...accepts("openssl", "python-3.13", "node", "rustls"),
    openssl: ["openssl-43"],
    java: ["java-policy"],
    firefox: ["nss-unknown-issuer"],
    dotnet: ["dotnet-policy"],
    schannel: ["windows-policy"],
    others: ["nss-policy"],
  },
  build: (lab) => {
    const limits = { requireExplicitPolicy: 0, inhibitPolicyMapping: 0 };
    const inhibiting = lab.newCa(lab.root, {
      subject: lab.subject("Inhibiting CA"),
      extensions: { ...policies("2.999.1"), policyConstraints: encodeExtension(policyConstraints, limits, true) },
    });
    const mappings = [{ issuerDomain: "2.999.1", subjectDomain: "2.999.2" }];
    const mapping = lab.newCa(inhibiting, {
      extensions: { ...policies("2.999.1"), policyMappings: encodeExtension(policyMappings, mappings, true) },
    });
    return { sent: [lab.newLeaf(mapping, { extensions: policies("2.999.2") }), mapping, inhibiting] };
  },
};
