import { OID } from "../../asn1/oids.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import type { Name } from "../../x509/name.ts";

/** A name of a certificate and where it stands. */
export interface PlacedName {
  readonly name: GeneralName;
  /** "subject" or "extensions.subjectAltName[2]". */
  readonly at: string;
}

/** What name constraints read of a certificate. */
export interface NamedCertificate {
  readonly subject: Name;
  /** Undefined when the certificate has no such extension. */
  readonly subjectAltName: readonly GeneralName[] | undefined;
}

/**
 * The names that name constraints apply to: the subject unless it is empty, every subjectAltName, and the subject's emailAddress where
 * there is no subjectAltName (RFC 5280 section 4.2.1.10). The common name is a directoryName's part and nothing else.
 */
export function constrainedNames({ subject, subjectAltName }: NamedCertificate): readonly PlacedName[] {
  const names: PlacedName[] = subject.isEmpty
    ? []
    : [{ name: { kind: "directoryName", name: subject }, at: "subject" }];
  if (subjectAltName === undefined) return [...names, ...emailAddresses(subject)];
  for (const [i, name] of subjectAltName.entries()) names.push({ name, at: `extensions.subjectAltName[${i}]` });
  return names;
}

function emailAddresses(subject: Name): readonly PlacedName[] {
  return subject.rdns
    .flat()
    .filter((attribute) => attribute.type === OID.emailAddress)
    .map(({ value }) => ({ name: { kind: "email", value }, at: "subject" }));
}
