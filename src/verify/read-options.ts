import { oidOf } from "../asn1/oids.ts";
import { generalNameFromText } from "../x509/general-name-from-text.ts";
import { Budget, defaultBudget } from "./budget.ts";
import type { ReferenceName } from "./names/check-name.ts";
import { ruleSetNamed } from "./rule-sets/index.ts";
import type { VerifyOptions } from "./verify-options.ts";
import type { Purpose, VerifyRequest } from "./verify-request.ts";

/** Intermediates. More than any PKI in use has; OpenSSL allows 100, rustls-webpki 6. */
const DEFAULT_MAX_DEPTH = 20;

/** Fills in the defaults. @throws TypeError for a name, a purpose or a rule set that is none */
export function readOptions(options: VerifyOptions): VerifyRequest {
  const { name, names = [], policy, rules = "rfc5280" } = options;
  return {
    at: options.at ?? new Date(),
    names: (name === undefined ? names : [name, ...names]).map(readName),
    purpose: readPurpose(options.purpose ?? "any"),
    keyUsage: options.keyUsage ?? [],
    maxDepth: options.maxDepth ?? DEFAULT_MAX_DEPTH,
    policy: {
      initialPolicySet: policy?.initialPolicySet ?? [],
      explicitPolicy: policy?.explicitPolicy ?? false,
      inhibitPolicyMapping: policy?.inhibitPolicyMapping ?? false,
      inhibitAnyPolicy: policy?.inhibitAnyPolicy ?? false,
    },
    crls: options.crls ?? [],
    ocsp: options.ocsp ?? [],
    revocation: options.revocation ?? "if-given",
    rules: typeof rules === "string" ? ruleSetNamed(rules) : rules,
    unsignedLeaf: options.dangerUnsignedLeaf ?? false,
    budget: new Budget({ ...defaultBudget, ...options.budget }),
  };
}

function readName(name: string | ReferenceName): ReferenceName {
  if (typeof name !== "string") return name;
  const parsed = generalNameFromText(name);
  if (parsed.kind === "dns" || parsed.kind === "ip" || parsed.kind === "email" || parsed.kind === "uri") return parsed;
  throw new TypeError(`a ${parsed.kind} cannot be asked for: ${name}`);
}

function readPurpose(purpose: string): Purpose | undefined {
  if (purpose === "any") return undefined;
  const oid = /^\d+(\.\d+)+$/.test(purpose) ? purpose : oidOf(purpose);
  if (oid === undefined)
    throw new TypeError(`${purpose} is not a purpose: write serverAuth, clientAuth or an object identifier`);
  return { oid };
}
