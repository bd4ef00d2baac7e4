import {
  type ConstrainedCertificate,
  checkNameConstraints,
} from "../../../src/verify/name-constraints/check-name-constraints.ts";
import type { GeneralSubtree } from "../../../src/x509/extensions/name-constraints.ts";
import type { GeneralName } from "../../../src/x509/general-name.ts";
import { cidrToBytes, ipToBytes } from "../../../src/x509/ip-address.ts";
import { Name } from "../../../src/x509/name.ts";

export const unlimited = () => true;
export const empty = Name.of([]);

export const dns = (value: string): GeneralName => ({ kind: "dns", value });
export const email = (value: string): GeneralName => ({ kind: "email", value });
export const uri = (value: string): GeneralName => ({ kind: "uri", value });
export const ip = (text: string): GeneralName => ({
  kind: "ip",
  bytes: (ipToBytes(text) ?? cidrToBytes(text)) as Uint8Array,
});
export const directory = (text: string): GeneralName => ({ kind: "directoryName", name: Name.fromString(text) });

export function certificate(facts: Partial<ConstrainedCertificate> = {}): ConstrainedCertificate {
  return { subject: empty, subjectAltName: undefined, isSelfIssued: false, nameConstraints: undefined, ...facts };
}

export function ca(permitted: readonly GeneralName[], excluded: readonly GeneralName[] = []): ConstrainedCertificate {
  const subtree = (base: GeneralName): GeneralSubtree => ({ base, minimum: 0 });
  return certificate({ nameConstraints: { permitted: permitted.map(subtree), excluded: excluded.map(subtree) } });
}

export const named = (...subjectAltName: readonly GeneralName[]) => certificate({ subjectAltName });

/** What a leaf with these names breaks under one CA. */
export function kinds(leaf: ConstrainedCertificate, ...above: readonly ConstrainedCertificate[]): readonly string[] {
  return checkNameConstraints([leaf, ...above], unlimited).violations.map(({ kind }) => kind);
}
