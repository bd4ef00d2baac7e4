import { fromHex } from "../../asn1/bytes.ts";
import { OID } from "../../asn1/oids.ts";
import type { AccessDescription } from "../../x509/access-description.ts";
import { encodeExtension, encodeRawExtension } from "../../x509/extension.ts";
import { authorityInfoAccess } from "../../x509/extensions/authority-info-access.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../x509/extensions/basic-constraints.ts";
import { certificatePolicies } from "../../x509/extensions/certificate-policies.ts";
import { crlDistributionPoints } from "../../x509/extensions/crl-distribution-points.ts";
import { extendedKeyUsage } from "../../x509/extensions/extended-key-usage.ts";
import { nameConstraints } from "../../x509/extensions/name-constraints.ts";
import { ocspNoCheck } from "../../x509/extensions/ocsp-no-check.ts";
import { tlsFeature, tlsFeatureNumbers } from "../../x509/extensions/tls-feature.ts";
import type { Issuer } from "../issuer.ts";
import type { Profile, UrlTerms } from "../profile.ts";
import { fillUrlTemplate } from "../url-template.ts";
import { policyInformation } from "./certificate-policies.ts";
import { constraintsOf } from "./name-constraints.ts";

/** The extensions that every certificate of this profile under this issuer has, byte for byte. */
export function* constantExtensions(profile: Profile, issuer: Issuer): Iterable<Uint8Array> {
  const { extendedKeyUsage: usage, nameConstraints: constraints } = profile;
  yield basicConstraintsOf(profile);
  if (usage.purposes.length > 0) yield encodeExtension(extendedKeyUsage, usage.purposes, usage.critical);
  // A self-signed certificate may go without (RFC 5280 section 4.2.1.1).
  if (issuer.certificate) yield encodeExtension(authorityKeyIdentifier, { keyId: issuer.keyIdentifier }, false);
  const subtrees = constraintsOf(constraints);
  if (subtrees) yield encodeExtension(nameConstraints, subtrees, constraints.critical);
  const policies = profile.certificatePolicies.map((term) => policyInformation(term, issuer.id));
  if (policies.length > 0) yield encodeExtension(certificatePolicies, policies, false);
  yield* pointers(profile, issuer);
  const features = profile.tlsFeature.map((name) => tlsFeatureNumbers[name]);
  if (features.length > 0) yield encodeExtension(tlsFeature, features, false);
  if (profile.ocspNoCheck) yield encodeExtension(ocspNoCheck, null, false);
  for (const { oid, critical, valueHex } of profile.extensions)
    yield encodeRawExtension(oid, fromHex(valueHex) as Uint8Array, critical);
}

// Critical in a CA (RFC 5280 section 4.2.1.9), and in a leaf too, so that no client takes it for a CA.
function basicConstraintsOf({ kind, pathLength }: Profile): Uint8Array {
  const value = { ca: kind !== "end-entity", ...(pathLength === undefined ? {} : { pathLength }) };
  return encodeExtension(basicConstraints, value, true);
}

/** Where the CRL, the OCSP responder and the issuer's certificate are. */
function* pointers(
  { crlDistributionPoints: crl, authorityInfoAccess: access }: Profile,
  issuer: Issuer,
): Iterable<Uint8Array> {
  const crls = urls(crl, issuer.urls?.crl, issuer);
  if (crls.length > 0) {
    const points = crls.map((value) => ({ fullName: [{ kind: "uri", value }] as const }));
    yield encodeExtension(crlDistributionPoints, points, false);
  }
  const descriptions = [
    ...urls(access.ocsp, issuer.urls?.ocsp, issuer).map((url) => description(OID.ocsp, url)),
    ...urls(access.caIssuers, issuer.urls?.caIssuers, issuer).map((url) => description(OID.caIssuers, url)),
  ];
  if (descriptions.length > 0) yield encodeExtension(authorityInfoAccess, descriptions, false);
}

function description(method: string, value: string): AccessDescription {
  return { method, location: { kind: "uri", value } };
}

function urls(terms: UrlTerms, own: readonly string[] | undefined, { id }: Issuer): readonly string[] {
  return terms === "authority" ? (own ?? []) : terms.map((template) => fillUrlTemplate(template, id));
}
