import { OID } from "../../asn1/oids.ts";
import { nul } from "../../asn1/writer.ts";
import type { PrivateKey } from "../../keys/private-key.ts";
import { encodeExtension, encodeRawExtension } from "../../x509/extension.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../x509/extensions/basic-constraints.ts";
import { extendedKeyUsage } from "../../x509/extensions/extended-key-usage.ts";
import { keyUsage } from "../../x509/extensions/key-usage.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import { subjectKeyIdentifier } from "../../x509/extensions/subject-key-identifier.ts";
import { generalNameFromText } from "../../x509/general-name-from-text.ts";
import { LAB_MARKER_OID } from "../../x509/lab-marker.ts";
import type { ExtensionDers } from "./certificate-spec.ts";

/** What a CA certificate carries that every client accepts. */
export const caExtensions: ExtensionDers = {
  basicConstraints: encodeExtension(basicConstraints, { ca: true }, true),
  keyUsage: encodeExtension(keyUsage, ["keyCertSign", "cRLSign"], true),
};

/** What a certificate carries that nobody issued but itself, so that it is known as the lab's. */
export const labMarker: ExtensionDers = { labMarker: encodeRawExtension(LAB_MARKER_OID, nul(), false) };

/** What a server or client certificate carries. */
export function leafExtensions(purpose: "serverAuth" | "clientAuth", names: readonly string[]): ExtensionDers {
  return {
    basicConstraints: encodeExtension(basicConstraints, { ca: false }, true),
    keyUsage: encodeExtension(keyUsage, ["digitalSignature"], true),
    extendedKeyUsage: encodeExtension(extendedKeyUsage, [OID[purpose]], false),
    ...san(...names),
  };
}

/** A subjectAltName of names that are told apart by their form. */
export function san(...names: readonly string[]): ExtensionDers {
  return { subjectAltName: encodeExtension(subjectAltName, names.map(generalNameFromText), false) };
}

/** The key identifiers (RFC 5280 sections 4.2.1.1 and 4.2.1.2); a root needs no authorityKeyIdentifier. */
export function keyIdentifiers(key: PrivateKey, issuer: PrivateKey | undefined): ExtensionDers {
  const keyId = issuer?.publicKey.keyIdentifier;
  return {
    subjectKeyIdentifier: encodeExtension(subjectKeyIdentifier, key.publicKey.keyIdentifier, false),
    authorityKeyIdentifier: keyId && encodeExtension(authorityKeyIdentifier, { keyId }, false),
  };
}
