import { OID, oidName } from "../asn1/oids.ts";
import { isPkiError } from "../errors/pki-error.ts";
import type { CertificationRequest } from "../x509/certification-request.ts";
import type { Extension } from "../x509/extension.ts";
import { subjectAltName } from "../x509/extensions/subject-alt-name.ts";
import type { GeneralName } from "../x509/general-name.ts";
import { generalNameFromText } from "../x509/general-name-from-text.ts";
import { Name } from "../x509/name.ts";
import type { Profile, SubjectTerms } from "./profile.ts";

/** What a profile takes from a certification request, and what it leaves out, in words. */
export interface HonouredRequest {
  readonly subject: Name | undefined;
  readonly names: readonly GeneralName[];
  readonly extensions: readonly Extension[];
  readonly leftOut: readonly string[];
}

/**
 * Takes from a PKCS#10 request what the profile honours; everything else that it asks for is left out and named. Nothing is judged
 * here: policy reads what comes of it.
 * @throws PkiError ERR_DER when what it asks for cannot be read
 */
export function honourRequest(profile: Profile, request: CertificationRequest): HonouredRequest {
  const { csr } = profile;
  const subject = csr.subject ? allowedSubject(profile.subject, request.subject) : undefined;
  const requested = request.requestedExtensions;
  const others = requested.filter(({ oid }) => oid !== OID.subjectAltName);
  const extensions = others.filter(({ oid }) => csr.extensions.includes(oid));
  return {
    subject,
    names: csr.names ? namesOf(profile, request) : [],
    extensions,
    leftOut: [
      ...leftOutAttributes(request.subject, subject),
      ...(csr.names || others.length === requested.length ? [] : ["subjectAltName"]),
      ...others.filter((extension) => !extensions.includes(extension)).map(({ oid }) => oidName(oid) ?? oid),
    ],
  };
}

function namesOf({ csr }: Profile, request: CertificationRequest): readonly GeneralName[] {
  const names = request.extension(subjectAltName)?.value;
  if (names !== undefined) return names;
  const { commonName } = request.subject;
  const name = csr.commonNameAsName && commonName !== undefined ? readName(commonName) : undefined;
  return name === undefined ? [] : [name];
}

/** A common name that is no name of a host, a mailbox or a service is only a common name. */
function readName(commonName: string): GeneralName | undefined {
  try {
    return generalNameFromText(commonName);
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

function allowedSubject({ fixed, allowed, required, forbidden, commonName }: SubjectTerms, subject: Name): Name {
  const isAllowed = (type: string): boolean => {
    if (forbidden.includes(type) || type in fixed) return false;
    if (type === OID.commonName) return commonName === "request";
    return allowed === "any" || allowed.includes(type) || required.includes(type);
  };
  return Name.of(
    subject.rdns.flatMap((rdn) => {
      const kept = rdn.filter(({ type }) => isAllowed(type));
      return kept.length === 0 ? [] : [kept];
    }),
  );
}

function leftOutAttributes(asked: Name, taken: Name | undefined): readonly string[] {
  const kept = new Set(taken?.attributes.map(({ type }) => type));
  return asked.attributes.flatMap(({ type }) => (kept.has(type) ? [] : [`subject ${oidName(type) ?? type}`]));
}
