import { inPieces } from "../asn1/header.ts";
import { DerReader } from "../asn1/reader.ts";
import { contextConstructed, TAG } from "../asn1/tag.ts";
import { explicit, integer, sequence, unsignedInteger } from "../asn1/writer.ts";
import type { KeyKind } from "../keys/key-kind.ts";
import { type Extension, encodeExtension, parseExtension } from "../x509/extension.ts";
import { keyUsage } from "../x509/extensions/key-usage.ts";
import type { CertificateRequest } from "./certificate-request.ts";
import { constantExtensions } from "./holes/constant-extensions.ts";
import { keyUsageFor } from "./holes/key-usage.ts";
import { compileSubject } from "./holes/subject.ts";
import { compileValidity } from "./holes/validity.ts";
import { subjectAltNameExtension, subjectKeyIdentifierStart } from "./holes/variable-extensions.ts";
import type { Issuer } from "./issuer.ts";
import { type CompiledPatterns, compilePatterns } from "./patterns/compiled-patterns.ts";
import type { Profile } from "./profile.ts";

/** A profile under one issuer: the DER of what never varies, with holes for the rest. */
export interface CompiledProfile {
  readonly profile: Profile;
  readonly issuer: Issuer;
  /** The extensions that every certificate has, byte for byte. */
  readonly constants: readonly Extension[];
  /** Which names it allows and denies. */
  readonly patterns: CompiledPatterns;
  /**
   * The DER of the TBSCertificate (RFC 5280 section 4.1.2) that the request leads to. It grants everything: whether that was right is
   * for `checkPolicy` to say, which reads the result. The serial number is given as its magnitude.
   */
  build(request: CertificateRequest, serial: Uint8Array, now: Date): Uint8Array;
}

/** Compiles once what every certificate of this profile and issuer has in common; issuing then fills the holes. */
export function compileProfile(profile: Profile, issuer: Issuer): CompiledProfile {
  const selfSigned = issuer.certificate === undefined;
  if (selfSigned !== (profile.kind === "root"))
    throw new TypeError(
      `a profile of kind ${profile.kind} needs an issuer ${selfSigned ? "with" : "without"} a certificate`,
    );
  const constants = [...constantExtensions(profile, issuer)].map(readConstant);
  const constantTypes = new Set(constants.map(({ oid }) => oid));
  const extensionsFor = compileExtensions(profile, constants);
  const signatureAndIssuer = Buffer.concat([issuer.signatureAlgorithm.identifierDer, issuer.subject.der]);
  const validityOf = compileValidity(profile.validity, issuer);
  const subjectOf = selfSigned ? () => issuer.subject.der : compileSubject(profile.subject);
  return {
    profile,
    issuer,
    constants,
    patterns: compilePatterns(profile.subjectAltName),
    build(request, serial, now) {
      const { publicKey, names, extensions = none } = request;
      const subject = subjectOf(request);
      const requested = extensions.filter(({ oid }) => !constantTypes.has(oid)).map(({ der }) => der);
      const extensionList = [
        extensionsFor(publicKey.kind),
        subjectKeyIdentifierStart,
        publicKey.keyIdentifier,
        subjectAltNameExtension(names, subject.length === EMPTY_NAME_LENGTH),
        ...requested,
      ];
      return sequence(
        version3,
        unsignedInteger(serial),
        signatureAndIssuer,
        validityOf(request, now),
        subject,
        publicKey.spkiDer,
        ...inPieces(contextConstructed(3), inPieces(TAG.sequence, extensionList)),
      );
    },
  };
}

// A plain object: policy compares its bytes with those of every certificate.
function readConstant(der: Uint8Array): Extension {
  const { oid, critical, value } = parseExtension(DerReader.of(der));
  return { oid, critical, value, der };
}

const none: readonly Extension[] = [];
const version3 = explicit(0, integer(2));

/** An empty SEQUENCE is a header and nothing else. Octets. */
const EMPTY_NAME_LENGTH = 2;

/** keyUsage and the extensions that never vary, in one piece per kind of key: what a key is used for depends on what it can do. */
function compileExtensions(
  profile: Profile,
  constants: readonly Extension[],
): (kind: KeyKind | undefined) => Uint8Array {
  const known = new Map<KeyKind | undefined, Uint8Array>();
  return (kind) => {
    const found = known.get(kind);
    if (found !== undefined) return found;
    // Critical, as RFC 5280 section 4.2.1.3 recommends.
    const usage = encodeExtension(keyUsage, keyUsageFor(profile.keyUsage, kind), true);
    const compiled = Buffer.concat([usage, ...constants.map(({ der }) => der)]);
    known.set(kind, compiled);
    return compiled;
  };
}
