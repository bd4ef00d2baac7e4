import { OID } from "../../asn1/oids.ts";
import { TAG } from "../../asn1/tag.ts";
import { oid, sequence, setOf, text } from "../../asn1/writer.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import type { Name } from "../../x509/name.ts";
import { encodeNameAttribute, makeAttribute } from "../../x509/name-attribute.ts";
import type { CertificateRequest } from "../certificate-request.ts";
import { nameValue } from "../name-value.ts";
import type { SubjectTerms } from "../profile.ts";

/** RFC 5280 appendix A.1: ub-common-name. Characters. */
const MAX_COMMON_NAME = 64;

/**
 * How a profile names its subjects: the fixed attributes, what the request brings, and the common name last. Attributes that the
 * profile does not allow stay in; policy refuses them.
 */
export function compileSubject(terms: SubjectTerms): (request: CertificateRequest) => Uint8Array {
  const fixed = Object.entries(terms.fixed).map(([type, value]) => rdn(type, value));
  return ({ subject, names }) => {
    const brought = subject === undefined ? [] : broughtRdns(terms, subject);
    const named = brought.some(({ hasCommonName }) => hasCommonName) || OID.commonName in terms.fixed;
    const commonName = named || terms.commonName === "none" ? undefined : commonNameOf(names);
    return sequence(
      ...fixed,
      ...brought.map(({ der }) => der),
      ...(commonName === undefined ? [] : [commonNameRdn(commonName)]),
    );
  };
}

/** The text by which the first name can stand in the common name; undefined when it has none, or a longer one than fits. */
export function commonNameOf(names: readonly GeneralName[]): string | undefined {
  const text = names[0] === undefined ? undefined : nameValue(names[0]);
  return text !== undefined && text.length <= MAX_COMMON_NAME ? text : undefined;
}

interface BroughtRdn {
  readonly der: Uint8Array;
  readonly hasCommonName: boolean;
}

function broughtRdns({ fixed, commonName }: SubjectTerms, subject: Name): readonly BroughtRdn[] {
  return subject.rdns.flatMap((attributes) => {
    const kept = attributes.filter(
      ({ type }) => !(type in fixed) && (type !== OID.commonName || commonName === "request"),
    );
    const hasCommonName = kept.some(({ type }) => type === OID.commonName);
    return kept.length === 0 ? [] : [{ der: setOf(...kept.map(encodeNameAttribute)), hasCommonName }];
  });
}

const commonNameType = oid(OID.commonName);

function commonNameRdn(value: string): Uint8Array {
  return setOf(sequence(commonNameType, text(TAG.utf8String, value)));
}

function rdn(type: string, value: string): Uint8Array {
  return setOf(encodeNameAttribute(makeAttribute({ type, value })));
}
