import { z } from "zod";
import { toHex } from "../../asn1/bytes.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import { customExtensionValue } from "../../x509/custom-extension.ts";
import type { ExtensionTerm } from "../profile.ts";

/** How a template writes an extension of its own: the value in one of three forms. */
interface ExtensionInput {
  readonly oid: string;
  readonly critical: boolean;
  readonly hex?: string | undefined;
  readonly base64?: string | undefined;
  readonly asn1?: string | undefined;
}

/** The extension with its value as bytes; an issue when it has not exactly one form or the form cannot be read. */
export function extensionValue(input: ExtensionInput, context: z.RefinementCtx): ExtensionTerm {
  const { oid, critical, hex, base64, asn1 } = input;
  const forms = [
    ...(hex === undefined ? [] : [{ hex }]),
    ...(base64 === undefined ? [] : [{ base64 }]),
    ...(asn1 === undefined ? [] : [{ asn1 }]),
  ];
  const [form] = forms;
  if (form === undefined || forms.length > 1) {
    context.addIssue("needs its value in exactly one of hex, base64 and asn1");
    return z.NEVER;
  }
  try {
    return { oid, critical, valueHex: toHex(customExtensionValue(form)) };
  } catch (error) {
    if (!isPkiError(error)) throw error;
    context.addIssue(error.message);
    return z.NEVER;
  }
}
