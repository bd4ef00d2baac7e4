import { equalBytes, toHex } from "../../asn1/bytes.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { subjectKeyIdentifier } from "../../x509/extensions/subject-key-identifier.ts";
import type { PolicyRule, Refusal } from "./policy-rule.ts";

/** Clients find the issuer by these two, byte for byte (RFC 5280 sections 4.1.2.4, 4.2.1.1 and 4.2.1.2). */
export const issuerRule: PolicyRule = {
  id: "issuer",
  summary: "The issuer field and the authority key identifier name the issuer, and the certificate names its own key.",
  check({ certificate, issuer }, refuse) {
    const knob = "the issuing authority";
    if (!equalBytes(certificate.issuerDer, issuer.subject.der))
      refuse({ at: "issuer", found: `${certificate.issuer}`, allowed: `${issuer.subject}`, knob });
    const named = certificate.extension(authorityKeyIdentifier)?.value.keyId;
    const needed = issuer.certificate !== undefined;
    if (named ? !equalBytes(named, issuer.keyIdentifier) : needed)
      refuse(wrongKey("authorityKeyIdentifier", named, toHex(issuer.keyIdentifier), knob));
    const own = certificate.extension(subjectKeyIdentifier)?.value;
    if (own === undefined) refuse(wrongKey("subjectKeyIdentifier", own, "the identifier of the key", "the request"));
  },
};

function wrongKey(extension: string, found: Uint8Array | undefined, allowed: string, knob: string): Refusal {
  return { at: `extensions.${extension}`, found: found === undefined ? "absent" : toHex(found), allowed, knob };
}
