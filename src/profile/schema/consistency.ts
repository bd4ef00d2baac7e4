import { OID, oidName } from "../../asn1/oids.ts";
import { durationText } from "../duration.ts";
import type { Profile } from "../profile.ts";

/** A contradiction between fields that are each well formed: where it shows, and what to do. */
export interface Inconsistency {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What no certificate could satisfy, or what no client would accept. */
export function inconsistencies(profile: Profile): readonly Inconsistency[] {
  return [...periods(profile), ...authority(profile), ...subjects(profile), ...names(profile), ...extensions(profile)];
}

function* periods({ validity }: Profile): Iterable<Inconsistency> {
  const { default: standard, min, max, backdate } = validity;
  if (min > max) yield { path: ["validity", "min"], message: `is more than max, ${durationText(max)}` };
  if (standard > max) yield { path: ["validity", "default"], message: `is more than max, ${durationText(max)}` };
  if (standard < min) yield { path: ["validity", "default"], message: `is less than min, ${durationText(min)}` };
  if (backdate >= min)
    yield {
      path: ["validity", "backdate"],
      message: `is not less than min, ${durationText(min)}: the certificate could be born expired`,
    };
}

/** RFC 5280 sections 4.2.1.3, 4.2.1.9 and 4.2.1.10: what goes with CA TRUE and with nothing else. */
function* authority({ kind, keyUsage, pathLength, nameConstraints }: Profile): Iterable<Inconsistency> {
  const signs = keyUsage.includes("keyCertSign");
  if (kind !== "end-entity") {
    if (!signs) yield { path: ["keyUsage"], message: `lacks keyCertSign, which a CA of kind ${kind} needs` };
    return;
  }
  if (signs) yield { path: ["keyUsage"], message: "has keyCertSign, which only a root or an intermediate may have" };
  if (pathLength !== undefined) yield { path: ["pathLength"], message: "is for roots and intermediates" };
  const { permitted, excluded } = nameConstraints;
  if ([permitted, excluded].some((subtrees) => Object.values(subtrees).some((list) => list.length > 0)))
    yield { path: ["nameConstraints"], message: "are for roots and intermediates" };
}

function* subjects({ subject }: Profile): Iterable<Inconsistency> {
  const { fixed, required, forbidden, commonName } = subject;
  for (const [i, type] of forbidden.entries())
    if (type in fixed || required.includes(type))
      yield { path: ["subject", "forbidden", i], message: `${oidName(type) ?? type} is fixed or required as well` };
  if (commonName === "none" && required.includes(OID.commonName))
    yield { path: ["subject", "commonName"], message: "is none, but the common name is required" };
}

function* names({ subjectAltName }: Profile): Iterable<Inconsistency> {
  const { allowed, required, min, max } = subjectAltName;
  for (const [i, kind] of required.entries())
    if (!allowed.includes(kind))
      yield { path: ["subjectAltName", "required", i], message: `${kind} is not among allowed` };
  if (min > max) yield { path: ["subjectAltName", "min"], message: `is more than max, ${max}` };
  if (min > 0 && allowed.length === 0)
    yield { path: ["subjectAltName", "min"], message: "asks for names, but none are allowed" };
}

const ownFields: ReadonlySet<string> = new Set([
  ...[OID.basicConstraints, OID.keyUsage, OID.extendedKeyUsage, OID.subjectAltName, OID.subjectKeyIdentifier],
  ...[OID.authorityKeyIdentifier, OID.nameConstraints, OID.certificatePolicies, OID.crlDistributionPoints],
  ...[OID.authorityInfoAccess, OID.tlsFeature, OID.ocspNoCheck],
]);

function* extensions({ extensions: custom, csr }: Profile): Iterable<Inconsistency> {
  const seen = new Set<string>();
  for (const [i, { oid }] of custom.entries()) {
    if (ownFields.has(oid)) yield { path: ["extensions", i, "oid"], message: `${oidName(oid)} has a field of its own` };
    if (seen.has(oid)) yield { path: ["extensions", i, "oid"], message: `${oid} stands twice` };
    seen.add(oid);
  }
  for (const [i, oid] of csr.extensions.entries())
    if (oid === OID.subjectAltName || oid === OID.basicConstraints)
      yield {
        path: ["csr", "extensions", i],
        message: `${oidName(oid)} is decided by the profile, never by a request`,
      };
}
