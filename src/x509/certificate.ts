import { createHash } from "node:crypto";
import { equalBytes } from "../asn1/bytes.ts";
import { type Element, sameOctets } from "../asn1/element.ts";
import { type BitString, readBitString, readIntegerBytes } from "../asn1/primitives.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { bitString } from "../asn1/writer.ts";
import { type AlgorithmIdentifier, identifierIn } from "./algorithm-identifier.ts";
import { type CertificateFields, walkTbsCertificate } from "./certificate-fields.ts";
import { type Extension, type ExtensionCodec, parseWrappedExtensions } from "./extension.ts";
import { type DecodedExtension, ExtensionSet } from "./extension-set.ts";
import { type AuthorityKeyIdentifier, authorityKeyIdentifier } from "./extensions/authority-key-identifier.ts";
import { type BasicConstraints, basicConstraints } from "./extensions/basic-constraints.ts";
import { extendedKeyUsage } from "./extensions/extended-key-usage.ts";
import { type KeyUsageBit, keyUsage } from "./extensions/key-usage.ts";
import { type NameConstraints, nameConstraints } from "./extensions/name-constraints.ts";
import { subjectAltName } from "./extensions/subject-alt-name.ts";
import { subjectKeyIdentifier } from "./extensions/subject-key-identifier.ts";
import type { GeneralName } from "./general-name.ts";
import { Name } from "./name.ts";
import { encodePem } from "./pem.ts";
import { serialHex } from "./serial-number.ts";
import { encodeSigned, type SignedParts, walkSigned } from "./signed.ts";

/** The period in which a certificate counts; both ends are inside (RFC 5280 section 4.1.2.5). */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * An X.509 certificate (RFC 5280 section 4.1). Parsing finds where each field lies; a field is decoded when it is first asked for and
 * throws a PkiError then if it is malformed, so that a bad certificate can be looked at field by field.
 */
export class Certificate {
  readonly #signed: SignedParts;
  readonly #fields: CertificateFields;
  #der: Uint8Array | undefined;
  #version: number | undefined;
  #serialNumber: Uint8Array | undefined;
  #signatureAlgorithm: AlgorithmIdentifier | undefined;
  #tbsSignatureAlgorithm: AlgorithmIdentifier | undefined;
  #issuer: Name | undefined;
  #subject: Name | undefined;
  #validity: Validity | undefined;
  #extensions: ExtensionSet | undefined;
  #sha256: string | undefined;

  private constructor(der: Uint8Array | undefined, signed: SignedParts, fields: CertificateFields) {
    this.#der = der;
    this.#signed = signed;
    this.#fields = fields;
  }

  /** @throws PkiError ERR_DER where the outer structure cannot be walked */
  static parse(der: Uint8Array): Certificate {
    const signed = walkSigned(der, "a Certificate");
    return new Certificate(der, signed, walkTbsCertificate(DerReader.within(signed.toBeSigned)));
  }

  /** A certificate that is not signed yet: its signature is empty. @throws PkiError ERR_DER */
  static fromTbs(tbsDer: Uint8Array): Certificate {
    const reader = DerReader.of(tbsDer);
    const toBeSigned = reader.expect(TAG.sequence, "tbsCertificate");
    reader.end("the end of tbsCertificate");
    const fields = walkTbsCertificate(reader.inside(toBeSigned));
    const { signatureAlgorithm } = fields;
    return new Certificate(undefined, { toBeSigned, signatureAlgorithm, signature: emptySignature }, fields);
  }

  get der(): Uint8Array {
    const { toBeSigned, signatureAlgorithm } = this.#signed;
    this.#der ??= encodeSigned(toBeSigned.der, signatureAlgorithm.der, new Uint8Array());
    return this.#der;
  }

  /** The octets that the signature covers. */
  get tbsDer(): Uint8Array {
    return this.#signed.toBeSigned.der;
  }

  /** 1, 2 or 3 where RFC 5280 is kept; whatever number stands there otherwise. */
  get version(): number {
    this.#version ??= readVersion(this.#fields.version);
    return this.#version;
  }

  /** The content octets of the INTEGER, as encoded. */
  get serialNumber(): Uint8Array {
    this.#serialNumber ??= readIntegerBytes(this.#fields.serialNumber);
    return this.#serialNumber;
  }

  /** Lower-case hexadecimal without padding octets, `-` before a negative number. */
  get serialHex(): string {
    return serialHex(this.serialNumber);
  }

  /** The algorithm beside the signature. */
  get signatureAlgorithm(): AlgorithmIdentifier {
    this.#signatureAlgorithm ??= identifierIn(this.#signed.signatureAlgorithm);
    return this.#signatureAlgorithm;
  }

  /** The algorithm inside the signed part, which must be the same (RFC 5280 section 4.1.1.2). */
  get tbsSignatureAlgorithm(): AlgorithmIdentifier {
    this.#tbsSignatureAlgorithm ??= sameOctets(this.#fields.signatureAlgorithm, this.#signed.signatureAlgorithm)
      ? this.signatureAlgorithm
      : identifierIn(this.#fields.signatureAlgorithm);
    return this.#tbsSignatureAlgorithm;
  }

  get issuer(): Name {
    this.#issuer ??= Name.in(this.#fields.issuer);
    return this.#issuer;
  }

  /** The name of the issuer as it is encoded, which is not looked into. */
  get issuerDer(): Uint8Array {
    return this.#fields.issuer.der;
  }

  get subject(): Name {
    this.#subject ??= Name.in(this.#fields.subject);
    return this.#subject;
  }

  get validity(): Validity {
    this.#validity ??= readValidity(this.#fields.validity);
    return this.#validity;
  }

  get notBefore(): Date {
    return this.validity.notBefore;
  }

  get notAfter(): Date {
    return this.validity.notAfter;
  }

  /** SubjectPublicKeyInfo. */
  get spkiDer(): Uint8Array {
    return this.#fields.spki.der;
  }

  /** Whether the v2 unique identifiers stand in it, which RFC 5280 section 4.1.2.8 forbids to CAs. */
  get hasUniqueIds(): boolean {
    return this.#fields.issuerUniqueId !== undefined || this.#fields.subjectUniqueId !== undefined;
  }

  get signature(): BitString {
    return readBitString(this.#signed.signature);
  }

  /** Every extension in order, also doubled ones and those of a version that may not have them. */
  get extensions(): readonly Extension[] {
    return this.#extensionSet.all;
  }

  /** Whether an extension of this type is there. */
  hasExtension(oid: string): boolean {
    return this.#extensionSet.has(oid);
  }

  /** The first extension of this kind, decoded. @throws PkiError when it does not decode */
  extension<T>(codec: ExtensionCodec<T>): DecodedExtension<T> | undefined {
    return this.#extensionSet.get(codec);
  }

  /** Issuer and subject are the same name; it need not have signed itself (RFC 5280 section 6.1). */
  get isSelfIssued(): boolean {
    return this.issuer.equals(this.subject);
  }

  /** The fingerprint: lower-case hexadecimal of SHA-256 over the whole certificate. */
  get sha256(): string {
    this.#sha256 ??= createHash("sha256").update(this.der).digest("hex");
    return this.#sha256;
  }

  equals(other: Certificate): boolean {
    return this === other || equalBytes(this.der, other.der);
  }

  toPem(): string {
    return encodePem("CERTIFICATE", this.der);
  }

  get basicConstraints(): DecodedExtension<BasicConstraints> | undefined {
    return this.extension(basicConstraints);
  }

  get keyUsage(): DecodedExtension<readonly KeyUsageBit[]> | undefined {
    return this.extension(keyUsage);
  }

  get extendedKeyUsage(): DecodedExtension<readonly string[]> | undefined {
    return this.extension(extendedKeyUsage);
  }

  get subjectAltName(): DecodedExtension<readonly GeneralName[]> | undefined {
    return this.extension(subjectAltName);
  }

  get nameConstraints(): DecodedExtension<NameConstraints> | undefined {
    return this.extension(nameConstraints);
  }

  get authorityKeyIdentifier(): DecodedExtension<AuthorityKeyIdentifier> | undefined {
    return this.extension(authorityKeyIdentifier);
  }

  get subjectKeyIdentifier(): DecodedExtension<Uint8Array> | undefined {
    return this.extension(subjectKeyIdentifier);
  }

  get #extensionSet(): ExtensionSet {
    this.#extensions ??= new ExtensionSet(parseWrappedExtensions(this.#fields.extensions));
    return this.#extensions;
  }
}

const emptySignature: Element = DerReader.of(bitString(new Uint8Array())).next();

function readVersion(element: Element | undefined): number {
  if (element === undefined) return 1;
  const body = DerReader.within(element);
  const number = body.integer(TAG.integer, "version");
  body.end("the end of version");
  return number + 1;
}

function readValidity(element: Element): Validity {
  const body = DerReader.within(element);
  const validity = { notBefore: body.time("notBefore"), notAfter: body.time("notAfter") };
  body.end("the end of validity");
  return validity;
}
