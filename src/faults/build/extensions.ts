import { encodeExtension } from "../../x509/extension.ts";
import { type BasicConstraints, basicConstraints } from "../../x509/extensions/basic-constraints.ts";
import { certificatePolicies } from "../../x509/extensions/certificate-policies.ts";
import { extendedKeyUsage } from "../../x509/extensions/extended-key-usage.ts";
import { type KeyUsageBit, keyUsage } from "../../x509/extensions/key-usage.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import { generalNameFromText } from "../../x509/general-name-from-text.ts";
import type { ExtensionDers } from "./certificate-spec.ts";

/** A basicConstraints; critical, as RFC 5280 section 4.2.1.9 wants it of CAs, unless told. */
export function bc(value: BasicConstraints, critical = true): ExtensionDers {
  return { basicConstraints: encodeExtension(basicConstraints, value, critical) };
}

/** A keyUsage. */
export function ku(...bits: readonly KeyUsageBit[]): ExtensionDers {
  return { keyUsage: encodeExtension(keyUsage, bits, true) };
}

/** An extendedKeyUsage of these object identifiers. */
export function eku(...purposes: readonly string[]): ExtensionDers {
  return { extendedKeyUsage: encodeExtension(extendedKeyUsage, purposes, false) };
}

/** A subjectAltName of names that are told apart by their form. */
export function san(...names: readonly string[]): ExtensionDers {
  return { subjectAltName: encodeExtension(subjectAltName, names.map(generalNameFromText), false) };
}

/** A subjectAltName of DNS names, whatever stands in them. */
export function dnsSan(...values: readonly string[]): ExtensionDers {
  const names = values.map((value) => ({ kind: "dns", value }) as const);
  return { subjectAltName: encodeExtension(subjectAltName, names, false) };
}

/** Certificate policies without qualifiers. */
export function policies(...oids: readonly string[]): ExtensionDers {
  const all = oids.map((oid) => ({ oid, qualifiers: [] }));
  return { certificatePolicies: encodeExtension(certificatePolicies, all, false) };
}
