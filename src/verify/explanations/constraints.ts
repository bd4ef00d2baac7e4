import type { ExplanationRow } from "./explanation.ts";

/** What CAs forbid, and extensions that must be understood. */
export const constraintExplanations = {
  "unknown-critical-ext": [
    "Critical means: refuse me if you do not know this. Nobody here knows it.",
    { ca: "issue the certificate again without the extension, or not critical" },
    34,
  ],
  "nc-permitted": [
    "A CA of the chain may issue only for certain names, and this one is not among them.",
    { ca: "issue from a CA that may, or widen the permitted subtrees", server: "take a name that the CA may certify" },
    47,
  ],
  "nc-excluded": [
    "A CA of the chain is forbidden to issue for this name.",
    { ca: "issue from a CA that may", server: "take a name that the CA may certify" },
    48,
  ],
  "nc-unsupported-type": [
    "A constraint that cannot be checked must be taken as broken, else it would protect nobody.",
    { ca: "constrain only DNS names, addresses, e-mail, URIs and directory names, without minimum and maximum" },
    51,
  ],
  "nc-not-critical": [
    "Clients that do not know name constraints may pass over them when they are not critical.",
    { ca: "mark nameConstraints critical, unless old Apple systems must be served" },
  ],
  "nc-in-leaf": [
    "Name constraints limit what a CA may issue; a leaf issues nothing.",
    {
      ca: "leave nameConstraints out of leaves",
    },
  ],
  "nc-empty": [
    "Name constraints that neither permit nor exclude anything say nothing.",
    {
      ca: "give at least one subtree, or leave the extension out",
    },
  ],
  "policy-required": [
    "The chain must be valid for a certificate policy, and no policy reaches from the root down to the leaf.",
    { ca: "put the policy into every certificate of the chain", client: "ask for a policy that the chain has" },
    43,
  ],
  "policy-mapping-inhibited": [
    "The chain needs a mapping of policies, and that mapping is forbidden: by a CA above, by the caller, or because it maps anyPolicy.",
    { ca: "use the same policy identifiers along the chain, or allow the mapping above; never map anyPolicy" },
    43,
  ],
  "policy-malformed": [
    "The policy extensions contradict themselves.",
    { ca: "list each policy once, and never map anyPolicy" },
    42,
  ],
  "policy-constraints-not-critical": [
    "Clients that do not know policy constraints may pass over them when they are not critical.",
    { ca: "mark policyConstraints critical" },
  ],
} as const;
constraintExplanations satisfies Record<string, ExplanationRow>;
