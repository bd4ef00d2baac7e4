import type { RuleSet } from "../rule-set.ts";

/** The default: what RFC 5280 demands of a path, with every trusted certificate an anchor whose dates and constraints count. */
export const rfc5280: RuleSet = {
  name: "rfc5280",
  summary: "RFC 5280 with RFC 9525 names; shapes that only CAs must keep to are warnings.",
  severities: {
    "key-not-for-webpki": "off",
    "signature-not-for-webpki": "off",
    "cn-not-in-san": "off",
    "wildcard-public-suffix": "off",
    "san-critical-with-subject": "off",
    "leaf-eku-critical": "off",
    "root-has-eku": "off",
    "root-aki-not-own-key": "off",
  },
  settings: { partialChains: true, anchors: "certificate", commonNames: false },
};
