import { OID } from "../../asn1/oids.ts";
import { nul } from "../../asn1/writer.ts";
import type { PrivateKey } from "../../keys/private-key.ts";
import { encodeExtension, encodeRawExtension } from "../../x509/extension.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { subjectKeyIdentifier } from "../../x509/extensions/subject-key-identifier.ts";
import { LAB_MARKER_OID } from "../../x509/lab-marker.ts";
import type { ExtensionDers } from "./certificate-spec.ts";
import { bc, eku, ku, san } from "./extensions.ts";

/** What a CA certificate carries that every client accepts. */
export const caExtensions: ExtensionDers = {
  ...bc({ ca: true }),
  ...ku("keyCertSign", "cRLSign"),
};

/** What a certificate carries that nobody issued but itself, so that it is known as the lab's. */
export const labMarker: ExtensionDers = { labMarker: encodeRawExtension(LAB_MARKER_OID, nul(), false) };

/** What a server or client certificate carries. */
export function leafExtensions(purpose: "serverAuth" | "clientAuth", names: readonly string[]): ExtensionDers {
  return {
    ...bc({ ca: false }),
    ...ku("digitalSignature"),
    ...eku(OID[purpose]),
    ...san(...names),
  };
}

/** The key identifiers (RFC 5280 sections 4.2.1.1 and 4.2.1.2); a root needs no authorityKeyIdentifier. */
export function keyIdentifiers(key: PrivateKey, issuer: PrivateKey | undefined): ExtensionDers {
  const keyId = issuer?.publicKey.keyIdentifier;
  return {
    subjectKeyIdentifier: encodeExtension(subjectKeyIdentifier, key.publicKey.keyIdentifier, false),
    authorityKeyIdentifier: keyId && encodeExtension(authorityKeyIdentifier, { keyId }, false),
  };
}
