import { type BasicConstraints, basicConstraints } from "../../x509/extensions/basic-constraints.ts";
import type { PolicyRule } from "./policy-rule.ts";

/** RFC 5280 section 4.2.1.9. */
export const basicConstraintsRule: PolicyRule = {
  id: "basic-constraints",
  summary:
    "The certificate is a CA exactly when the profile is one, with its path length, and its issuer may have CAs below it.",
  check({ certificate, profile, issuer }, refuse) {
    const at = "extensions.basicConstraints";
    const found = certificate.extension(basicConstraints)?.value ?? { ca: false };
    const { kind, pathLength } = profile;
    const wanted = { ca: kind !== "end-entity", ...(pathLength === undefined ? {} : { pathLength }) };
    if (found.ca !== wanted.ca || found.pathLength !== pathLength)
      refuse({ at, found: words(found), allowed: words(wanted), knob: found.ca === wanted.ca ? "pathLength" : "kind" });
    if (found.ca && issuer.certificate?.extension(basicConstraints)?.value.pathLength === 0)
      refuse({
        at,
        found: words(found),
        allowed: `no CA below ${issuer.subject}, whose path length is 0`,
        knob: "the path length of the issuing CA",
      });
  },
};

function words({ ca, pathLength }: BasicConstraints): string {
  if (!ca) return "CA FALSE";
  return pathLength === undefined ? "CA TRUE without path length" : `CA TRUE with path length ${pathLength}`;
}
