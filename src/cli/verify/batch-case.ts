import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import type { ReferenceName } from "../../verify/names/check-name.ts";
import type { VerifyOptions } from "../../verify/verify-options.ts";
import { ipToBytes } from "../../x509/ip-address.ts";
import { parsePem } from "../../x509/pem.ts";
import { CaseFields } from "./case-fields.ts";
import { readTime } from "./read-time.ts";

/** One case of `verify --batch`, read. */
export interface BatchCase {
  readonly leaf: Uint8Array;
  readonly options: VerifyOptions;
}

/** Reads a case; the command-line contract in docs/cli.md says its fields. @throws PkiError ERR_BATCH_CASE */
export function readCase(value: unknown): BatchCase {
  const fields = CaseFields.of(value);
  const leaf = fields.text("leaf");
  if (leaf === undefined) throw new PkiError("ERR_BATCH_CASE", { problem: "leaf is missing" });
  const time = fields.text("time");
  const purpose = fields.text("purpose");
  const maxDepth = fields.number("maxDepth");
  const revocation = fields.oneOf("revocation", ["off", "prefer", "require"]);
  const rules = fields.text("rules") as VerifyOptions["rules"];
  const options: VerifyOptions = {
    trust: fields.texts("trust").flatMap(dersOf),
    untrusted: fields.texts("untrusted").flatMap(dersOf),
    crls: fields.texts("crls").flatMap(dersOf),
    ocsp: fields.texts("ocsp").flatMap(dersOf),
    names: [...fields.objects("name"), ...fields.objects("names")].map(readName),
    keyUsage: fields.texts("keyUsage") as NonNullable<VerifyOptions["keyUsage"]>,
    policy: fields.objects("policy").map(readPolicy)[0] ?? {},
    ...(time !== undefined && { at: readTime(time) }),
    ...(purpose !== undefined && { purpose }),
    ...(maxDepth !== undefined && { maxDepth }),
    ...(revocation !== undefined && { revocation }),
    ...(rules !== undefined && { rules }),
  };
  return { leaf: dersOf(leaf)[0] ?? Buffer.from(leaf), options };
}

/** PEM text, of which there may be several blocks, or base64 DER. What is neither is left to the verifier to refuse. */
function dersOf(text: string): readonly Uint8Array[] {
  if (!text.includes("-----BEGIN ")) return [Buffer.from(text, "base64")];
  try {
    return parsePem(text).map(({ der }) => der);
  } catch (error) {
    if (isPkiError(error)) return [Buffer.from(text)];
    throw error;
  }
}

function readName(fields: CaseFields): ReferenceName {
  const kind = fields.oneOf("type", ["dns", "ip", "email", "uri"]);
  const value = fields.text("value");
  if (kind === undefined || value === undefined)
    throw new PkiError("ERR_BATCH_CASE", { problem: "a name lacks its type or its value" });
  if (kind !== "ip") return { kind, value };
  const bytes = ipToBytes(value);
  if (bytes === undefined) throw new PkiError("ERR_BATCH_CASE", { problem: `"${value}" is not an IP address` });
  return { kind, bytes };
}

function readPolicy(fields: CaseFields): NonNullable<VerifyOptions["policy"]> {
  return {
    initialPolicySet: fields.texts("initialPolicySet"),
    explicitPolicy: fields.boolean("explicitPolicy"),
    inhibitPolicyMapping: fields.boolean("inhibitPolicyMapping"),
    inhibitAnyPolicy: fields.boolean("inhibitAnyPolicy"),
  };
}
