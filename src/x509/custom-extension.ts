import { fromHex } from "../asn1/bytes.ts";
import { encodeOid } from "../asn1/oid.ts";
import { oidOf } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { derFromText } from "../asn1/text-form.ts";
import { PkiError } from "../errors/pki-error.ts";

/** How people write the value of an extension that rootcause has no codec for. Exactly one form. */
export type CustomExtensionValue =
  | { readonly hex: string }
  | { readonly base64: string }
  /** The text form of `derFromText`. */
  | { readonly asn1: string };

/** The content of extnValue, which must be one DER element. @throws PkiError ERR_CUSTOM_EXTENSION, ERR_ASN1_TEXT or ERR_DER */
export function customExtensionValue(value: CustomExtensionValue): Uint8Array {
  const der = toBytes(value);
  const reader = DerReader.of(der);
  reader.next("the value of the extension");
  reader.end("the end of the value");
  return der;
}

/** A custom extension, ready for `encodeRawExtension`. */
export interface CustomExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** From `1.2.3.4=hex:0500`, `1.2.3.4=critical,base64:BQA=` or `1.2.3.4=asn1:NULL`. @throws PkiError */
export function customExtensionFromText(text: string): CustomExtension {
  const [, type = "", critical, form = "", value = ""] =
    /^\s*([\w.]+)\s*=\s*(critical\s*,\s*)?(hex|base64|asn1)\s*:\s*(.*)$/is.exec(text) ?? [];
  if (type === "") throw refusal(text, "it is not of the form OID=[critical,]hex:, base64: or asn1:");
  const oid = oidOf(type) ?? type;
  encodeOid(oid);
  return { oid, critical: critical !== undefined, value: customExtensionValue(named(form.toLowerCase(), value)) };
}

function named(form: string, value: string): CustomExtensionValue {
  if (form === "asn1") return { asn1: value };
  return form === "hex" ? { hex: value } : { base64: value };
}

function toBytes(value: CustomExtensionValue): Uint8Array {
  if ("asn1" in value) return derFromText(value.asn1);
  if ("hex" in value) {
    const bytes = fromHex(value.hex.replace(/[\s:]/g, ""));
    if (bytes === undefined) throw refusal(value.hex, "it is not pairs of hexadecimal digits");
    return bytes;
  }
  const base64 = value.base64.replace(/\s/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64))
    throw refusal(value.base64, "it is not base64");
  return new Uint8Array(Buffer.from(base64, "base64"));
}

function refusal(text: string, why: string): PkiError {
  return new PkiError("ERR_CUSTOM_EXTENSION", { text: text.slice(0, 80), why });
}
