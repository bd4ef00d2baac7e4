import { oidName } from "../asn1/oids.ts";
import { durationText } from "./duration.ts";
import type { Profile } from "./profile.ts";

/**
 * A profile as a template says it, with every default written out: durations as `90d`, identifiers by name. For people to read, and
 * to start a template of their own from: as YAML it is one, and means the same profile.
 */
export function explainProfile(profile: Profile): Readonly<Record<string, unknown>> {
  const { subject, validity, extendedKeyUsage, extensions } = profile;
  return {
    ...profile,
    subject: {
      ...subject,
      fixed: Object.fromEntries(Object.entries(subject.fixed).map(([type, value]) => [nameOf(type), value])),
      required: subject.required.map(nameOf),
      allowed: subject.allowed === "any" ? "any" : subject.allowed.map(nameOf),
      forbidden: subject.forbidden.map(nameOf),
    },
    validity: {
      default: durationText(validity.default),
      min: durationText(validity.min),
      max: durationText(validity.max),
      backdate: durationText(validity.backdate),
      outlivesIssuer: validity.outlivesIssuer,
    },
    extendedKeyUsage: { ...extendedKeyUsage, purposes: extendedKeyUsage.purposes.map(nameOf) },
    extensions: extensions.map(({ oid, critical, valueHex }) => ({ oid, critical, hex: valueHex })),
  };
}

function nameOf(oid: string): string {
  return oidName(oid) ?? oid;
}
