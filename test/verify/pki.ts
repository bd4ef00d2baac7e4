import { OID } from "../../src/asn1/oids.ts";
import type { KeyTypeId } from "../../src/keys/algorithms.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import type { SignatureAlgorithmId } from "../../src/keys/signature-algorithms.ts";
import { softwareSigner } from "../../src/keys/software-signer.ts";
import { encodeExtension } from "../../src/x509/extension.ts";
import { authorityKeyIdentifier } from "../../src/x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../src/x509/extensions/basic-constraints.ts";
import { extendedKeyUsage } from "../../src/x509/extensions/extended-key-usage.ts";
import { keyUsage } from "../../src/x509/extensions/key-usage.ts";
import { subjectAltName } from "../../src/x509/extensions/subject-alt-name.ts";
import { subjectKeyIdentifier } from "../../src/x509/extensions/subject-key-identifier.ts";
import { generalNameFromText } from "../../src/x509/general-name-from-text.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeSigned } from "../../src/x509/signed.ts";
import { encodeTbsCertificate } from "../../src/x509/tbs-certificate.ts";

/** The fixed clock of these tests. */
export const NOW = new Date("2026-06-01T12:00:00Z");
const DAY = 86_400_000;

export function days(count: number): Date {
  return new Date(NOW.getTime() + count * DAY);
}

const keys = new Map<string, PrivateKey>();

/** The key of this name: made once, so that tests are quick and the same certificate can be made twice. */
export function keyOf(name: string, type: KeyTypeId = "ecdsa-p256"): PrivateKey {
  const known = keys.get(`${type} ${name}`) ?? PrivateKey.generate(type);
  keys.set(`${type} ${name}`, known);
  return known;
}

/** The extensions of a certificate by name; undefined takes one of the usual ones out. */
export type ExtensionDers = Readonly<Record<string, Uint8Array | undefined>>;

/** A certificate in the words of these tests. */
export interface Spec {
  readonly subject?: string;
  readonly key?: PrivateKey;
  readonly serial?: Uint8Array;
  readonly version?: number;
  readonly notBefore?: Date | Uint8Array;
  readonly notAfter?: Date | Uint8Array;
  readonly extensions?: ExtensionDers;
  readonly signature?: SignatureAlgorithmId;
  /** The AlgorithmIdentifier inside the signed part, when it is to differ. */
  readonly innerAlgorithm?: Uint8Array;
  /** Looks at the signature before it is put in. */
  readonly corrupt?: boolean;
}

/** A certificate and what it takes to issue from it. */
export interface Issued {
  readonly der: Uint8Array;
  readonly name: Name;
  readonly key: PrivateKey;
  /** The extensions by name, as they stand in it. */
  readonly extensions: ExtensionDers;
}

let serial = 1;

function issue(spec: Spec, issuer: Pick<Issued, "name" | "key"> | undefined, usual: ExtensionDers): Issued {
  const subject = Name.fromString(spec.subject ?? "");
  const key = spec.key ?? keyOf(spec.subject ?? "");
  const signer = softwareSigner((issuer ?? { key }).key, spec.signature);
  const extensions = { ...usual, ...spec.extensions };
  const algorithm = signer.signatureAlgorithm.identifierDer;
  const tbs = encodeTbsCertificate({
    ...(spec.version !== undefined && { version: spec.version }),
    serial: spec.serial ?? Uint8Array.of(0x40, serial >> 8, serial++ & 0xff),
    signatureAlgorithm: spec.innerAlgorithm ?? algorithm,
    issuer: issuer?.name ?? subject,
    notBefore: spec.notBefore ?? days(-30),
    notAfter: spec.notAfter ?? days(60),
    subject,
    spkiDer: key.publicKey.spkiDer,
    extensions: Object.values(extensions).filter((der) => der !== undefined),
  });
  const signature = Uint8Array.from(signer.sign(tbs));
  if (spec.corrupt) signature[signature.length - 1] = (signature.at(-1) as number) ^ 1;
  return { der: encodeSigned(tbs, algorithm, signature), name: subject, key, extensions };
}

function identifiers(key: PrivateKey, issuer: PrivateKey | undefined): ExtensionDers {
  return {
    subjectKeyIdentifier: encodeExtension(subjectKeyIdentifier, key.publicKey.keyIdentifier, false),
    authorityKeyIdentifier:
      issuer && encodeExtension(authorityKeyIdentifier, { keyId: issuer.publicKey.keyIdentifier }, false),
  };
}

const caExtensions: ExtensionDers = {
  basicConstraints: encodeExtension(basicConstraints, { ca: true }, true),
  keyUsage: encodeExtension(keyUsage, ["keyCertSign", "cRLSign"], true),
};

export function root(spec: Spec = {}): Issued {
  const full = { subject: "CN=Root", notBefore: days(-1000), notAfter: days(3000), ...spec };
  const key = full.key ?? keyOf(full.subject);
  return issue({ ...full, key }, undefined, { ...caExtensions, ...identifiers(key, undefined) });
}

export function ca(issuer: Issued, spec: Spec = {}): Issued {
  const full = { subject: "CN=Issuing CA", notBefore: days(-300), notAfter: days(1000), ...spec };
  const key = full.key ?? keyOf(full.subject);
  return issue({ ...full, key }, issuer, { ...caExtensions, ...identifiers(key, issuer.key) });
}

const leafExtensions: ExtensionDers = {
  basicConstraints: encodeExtension(basicConstraints, { ca: false }, true),
  keyUsage: encodeExtension(keyUsage, ["digitalSignature"], true),
  extendedKeyUsage: encodeExtension(extendedKeyUsage, [OID.serverAuth], false),
};

export function san(...names: string[]): Uint8Array {
  return encodeExtension(subjectAltName, names.map(generalNameFromText), false);
}

/** A leaf for localhost; without an issuer it signs itself. */
export function leaf(issuer: Issued | undefined, spec: Spec = {}): Issued {
  const full = { subject: "CN=localhost", ...spec };
  const key = full.key ?? keyOf("leaf");
  const usual = { ...leafExtensions, subjectAltName: san("localhost"), ...identifiers(key, issuer?.key) };
  return issue({ ...full, key }, issuer, usual);
}
