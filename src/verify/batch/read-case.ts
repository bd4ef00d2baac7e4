import { PkiError } from "../../errors/pki-error.ts";
import { type KeyUsageBit, keyUsageBits } from "../../x509/extensions/key-usage.ts";
import { ipToBytes } from "../../x509/ip-address.ts";
import { parsePem } from "../../x509/pem.ts";
import type { ReferenceName } from "../names/check-name.ts";
import type { RuleSetName } from "../rule-sets/index.ts";
import type { VerifyOptions } from "../verify-options.ts";

/** One question of a batch. */
export interface BatchCase {
  readonly certificates: readonly Uint8Array[];
  readonly options: VerifyOptions;
}

/** A JSON object, its fields not looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the fields of a line; unknown ones are ignored, and null is as good as absent. @throws PkiError ERR_VERIFY_CASE, ERR_PEM */
export function readCase(fields: JsonObject): BatchCase {
  const [leaf] = fields.leaf === undefined ? [] : ders([fields.leaf], "leaf");
  if (leaf === undefined) throw refusal("it has no leaf");
  const time = optional(fields.time, "time", isString);
  const maxDepth = optional(fields.maxDepth, "maxDepth", isNumber);
  const purpose = optional(fields.purpose, "purpose", isString);
  const rules = optional(fields.rules, "rules", isString);
  const policy = optional(fields.policy, "policy", isObject);
  return {
    certificates: [leaf, ...ders(fields.untrusted, "untrusted")],
    options: {
      trust: ders(fields.trust, "trust"),
      crls: ders(fields.crls, "crls"),
      ocsp: ders(fields.ocsp, "ocsp"),
      names: [...(fields.name == null ? [] : [fields.name]), ...list(fields.names, "names")].map(readName),
      keyUsage: list(fields.keyUsage, "keyUsage").map(readKeyUsageBit),
      revocation: fields.revocation === "require" ? "require" : "off",
      ...(time !== undefined && { at: readTime(time) }),
      ...(purpose !== undefined && { purpose }),
      ...(maxDepth !== undefined && { maxDepth }),
      ...(policy !== undefined && { policy: readPolicy(policy) }),
      ...(rules !== undefined && { rules: rules as RuleSetName }),
    },
  };
}

/** True for a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readPolicy(policy: JsonObject): NonNullable<VerifyOptions["policy"]> {
  const flag = (name: string) => optional(policy[name], `policy.${name}`, isBoolean) ?? false;
  return {
    initialPolicySet: list(policy.initialPolicySet, "policy.initialPolicySet").filter(isString),
    explicitPolicy: flag("explicitPolicy"),
    inhibitPolicyMapping: flag("inhibitPolicyMapping"),
    inhibitAnyPolicy: flag("inhibitAnyPolicy"),
  };
}

function readName(name: unknown): ReferenceName {
  const { type, value } = isObject(name) ? name : {};
  if (!isString(value)) throw refusal("a name is not {type, value}");
  if (type === "dns" || type === "email" || type === "uri") return { kind: type, value };
  const bytes = type === "ip" ? ipToBytes(value) : undefined;
  if (bytes === undefined) throw refusal(`${JSON.stringify(name)} is no name of type dns, ip, email or uri`);
  return { kind: "ip", bytes };
}

function readKeyUsageBit(bit: unknown): KeyUsageBit {
  const known = keyUsageBits.find((name) => name === bit);
  if (known === undefined) throw refusal(`${JSON.stringify(bit)} is no bit of keyUsage`);
  return known;
}

function readTime(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw refusal(`${JSON.stringify(text)} is no time as RFC 3339 writes it`);
  return at;
}

/** DER in base64 or in PEM, which may hold several. */
function ders(value: unknown, field: string): readonly Uint8Array[] {
  return list(value, field).flatMap((text) => {
    if (!isString(text)) throw refusal(`${field} holds something that is no text`);
    return text.includes("-----BEGIN ") ? parsePem(text).map(({ der }) => der) : [Buffer.from(text, "base64")];
  });
}

function list(value: unknown, field: string): readonly unknown[] {
  if (value == null) return [];
  if (!Array.isArray(value)) throw refusal(`${field} is no array`);
  return value;
}

function optional<T>(value: unknown, field: string, is: (value: unknown) => value is T): T | undefined {
  if (value == null) return undefined;
  if (!is(value)) throw refusal(`${field} is of the wrong type`);
  return value;
}

const isString = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

function refusal(problem: string): PkiError {
  return new PkiError("ERR_VERIFY_CASE", { problem });
}
