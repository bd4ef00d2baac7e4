import { OID } from "../../asn1/oids.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { type GeneralSubtree, nameConstraints } from "../../x509/extensions/name-constraints.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import { generalNameText } from "../../x509/general-name-text.ts";
import type { PolicyRule } from "./policy-rule.ts";
import { isInSubtree, overlapsSubtree } from "./subtree.ts";

/**
 * RFC 5280 section 4.2.1.10, for the certificate that signs. Those of the CAs above it count too: that is for the path validation
 * which follows.
 */
export const issuerConstraintsRule: PolicyRule = {
  id: "issuer-constraints",
  summary: "Every name lies within the name constraints of the issuing CA's certificate.",
  check({ certificate, issuer }, refuse) {
    const constraints = issuer.certificate?.extension(nameConstraints)?.value;
    if (constraints === undefined) return;
    const knob = `the name constraints of ${issuer.subject}`;
    for (const { at, name } of namesOf(certificate)) {
      const found = generalNameText(name);
      const denied = constraints.excluded.find((subtree) => overlapsSubtree(name, subtree.base));
      if (denied) refuse({ at, found, allowed: `nothing in the excluded ${generalNameText(denied.base)}`, knob });
      const permitted = constraints.permitted.filter((subtree) => subtree.base.kind === name.kind);
      if (permitted.length > 0 && !permitted.some((subtree) => isInSubtree(name, subtree.base)))
        refuse({ at, found, allowed: `in ${subtreeTexts(permitted)}`, knob });
    }
  },
};

interface PlacedName {
  readonly at: string;
  readonly name: GeneralName;
}

/** The subject and its e-mail addresses are constrained like alternative names. */
function* namesOf(certificate: Certificate): Iterable<PlacedName> {
  const { subject } = certificate;
  if (!subject.isEmpty) yield { at: "subject", name: { kind: "directoryName", name: subject } };
  for (const { type, value } of subject.attributes)
    if (type === OID.emailAddress) yield { at: "subject.emailAddress", name: { kind: "email", value } };
  for (const [i, name] of (certificate.extension(subjectAltName)?.value ?? []).entries())
    yield { at: `extensions.subjectAltName[${i}]`, name };
}

function subtreeTexts(subtrees: readonly GeneralSubtree[]): string {
  return subtrees.map(({ base }) => generalNameText(base)).join(" or ");
}
