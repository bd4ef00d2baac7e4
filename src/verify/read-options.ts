import { oidOf } from "../asn1/oids.ts";
import { ipToBytes } from "../x509/ip-address.ts";
import { Budget, defaultBudget } from "./budget.ts";
import type { ReferenceName } from "./names/check-name.ts";
import type { PolicyInputs } from "./policies/policy-inputs.ts";
import { ruleSetNamed } from "./rule-sets/index.ts";
import type { VerifyOptions } from "./verify-options.ts";
import type { Purpose, VerifyRequest } from "./verify-request.ts";

/** Intermediates. More than any PKI in use has; OpenSSL allows 100, rustls-webpki 6. */
const DEFAULT_MAX_DEPTH = 20;

/** RFC 5280 section 6.1.1: no policy is asked for. */
const anyPolicy: PolicyInputs = {
  initialPolicySet: [],
  explicitPolicy: false,
  inhibitPolicyMapping: false,
  inhibitAnyPolicy: false,
};

/** Fills in the defaults. @throws TypeError for a purpose or a rule set that is none */
export function readOptions(options: VerifyOptions): VerifyRequest {
  const { name, names = [], policy, rules = "rfc5280" } = options;
  return {
    at: options.at ?? new Date(),
    names: (name === undefined ? names : [name, ...names]).map(readName),
    purpose: readPurpose(options.purpose ?? "any"),
    keyUsage: options.keyUsage ?? [],
    maxDepth: options.maxDepth ?? DEFAULT_MAX_DEPTH,
    policy: policy === undefined ? anyPolicy : { ...anyPolicy, ...policy },
    crls: options.crls ?? [],
    ocsp: options.ocsp ?? [],
    ocspNonce: options.ocspNonce,
    fetched: options.fetched,
    skewMs: options.skewMs ?? 0,
    revocation: options.revocation ?? "prefer",
    rules: typeof rules === "string" ? ruleSetNamed(rules) : rules,
    unsignedLeaf: options.dangerUnsignedLeaf ?? false,
    budget: new Budget(options.budget === undefined ? defaultBudget : { ...defaultBudget, ...options.budget }),
  };
}

/** The forms of a name that is asked for cannot be mistaken for each other; a text that is none of them matches nothing. */
function readName(name: string | ReferenceName): ReferenceName {
  if (typeof name !== "string") return name;
  const bytes = ipToBytes(name);
  if (bytes !== undefined) return { kind: "ip", bytes };
  if (/^[a-z][a-z0-9+.-]*:[^\d]/i.test(name)) return { kind: "uri", value: name };
  return { kind: name.includes("@") ? "email" : "dns", value: name };
}

function readPurpose(purpose: string): Purpose | undefined {
  if (purpose === "any") return undefined;
  const oid = /^\d+(\.\d+)+$/.test(purpose) ? purpose : oidOf(purpose);
  if (oid === undefined)
    throw new TypeError(`${purpose} is not a purpose: write serverAuth, clientAuth or an object identifier`);
  return { oid };
}
