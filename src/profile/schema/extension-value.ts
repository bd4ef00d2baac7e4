import type { z } from "zod";
import { fromHex, toHex } from "../../asn1/bytes.ts";
import type { ExtensionTerm } from "../profile.ts";

/** How a template writes an extension of its own: the value in one of three forms. */
interface ExtensionInput {
  readonly oid: string;
  readonly critical: boolean;
  readonly hex?: string | undefined;
  readonly base64?: string | undefined;
}

export function extensionValue(input: ExtensionInput, context: z.RefinementCtx): ExtensionTerm {
  const { oid, critical, hex, base64 } = input;
  const value = hex === undefined ? Buffer.from(base64 ?? "", "base64") : fromHex(hex);
  if (value === undefined) context.addIssue("is not hexadecimal");
  return { oid, critical, valueHex: toHex(value ?? new Uint8Array()) };
}
