import { OID } from "../asn1/oids.ts";
import type { BitString } from "../asn1/primitives.ts";
import { DerReader } from "../asn1/reader.ts";
import { decodeString } from "../asn1/string-type.ts";
import { contextConstructed, TAG } from "../asn1/tag.ts";
import { integer, retag, sequence, setOf } from "../asn1/writer.ts";
import { type AlgorithmIdentifier, parseAlgorithmIdentifier } from "./algorithm-identifier.ts";
import { type Attribute, encodeAttribute, parseAttribute } from "./attribute.ts";
import { type Extension, type ExtensionCodec, parseExtensions } from "./extension.ts";
import { type DecodedExtension, ExtensionSet } from "./extension-set.ts";
import { Name } from "./name.ts";
import { encodePem } from "./pem.ts";
import { type SignedParts, walkSigned } from "./signed.ts";

const attributesTag = contextConstructed(0);

/** A PKCS#10 certification request (RFC 2986): a name, a key and wishes, signed by that key. */
export class CertificationRequest {
  readonly der: Uint8Array;
  readonly subject: Name;
  /** SubjectPublicKeyInfo. */
  readonly spkiDer: Uint8Array;
  readonly attributes: readonly Attribute[];
  readonly #signed: SignedParts;
  #extensions: ExtensionSet | undefined;

  private constructor(der: Uint8Array, signed: SignedParts, info: CertificationRequestInfo) {
    this.der = der;
    this.subject = info.subject;
    this.spkiDer = info.spkiDer;
    this.attributes = info.attributes;
    this.#signed = signed;
  }

  /** @throws PkiError ERR_DER */
  static parse(der: Uint8Array): CertificationRequest {
    const signed = walkSigned(der, "a CertificationRequest");
    return new CertificationRequest(der, signed, parseRequestInfo(DerReader.over(signed.toBeSigned)));
  }

  /** The octets that the signature covers. */
  get infoDer(): Uint8Array {
    return this.#signed.toBeSigned.der;
  }

  get signatureAlgorithm(): AlgorithmIdentifier {
    return parseAlgorithmIdentifier(DerReader.over(this.#signed.signatureAlgorithm));
  }

  get signature(): BitString {
    return DerReader.over(this.#signed.signature).bitString(TAG.bitString, "the signature");
  }

  /** The extensions that the request asks for (RFC 2985 section 5.4.2), also under Microsoft's attribute. @throws PkiError ERR_DER */
  get requestedExtensions(): readonly Extension[] {
    return this.#extensionSet.all;
  }

  /** The first requested extension of this kind, decoded. @throws PkiError when it does not decode */
  extension<T>(codec: ExtensionCodec<T>): DecodedExtension<T> | undefined {
    return this.#extensionSet.get(codec);
  }

  /** The challenge password (RFC 2985 section 5.4.1), a secret shared with the CA. @throws PkiError ERR_DER */
  get challengePassword(): string | undefined {
    const [value] = this.attributes.find((attribute) => attribute.oid === OID.challengePassword)?.values ?? [];
    if (value === undefined) return undefined;
    const { tag, content } = DerReader.of(value).next("a DirectoryString");
    return decodeString(tag, content)?.text;
  }

  toPem(): string {
    return encodePem("CERTIFICATE REQUEST", this.der);
  }

  get #extensionSet(): ExtensionSet {
    this.#extensions ??= new ExtensionSet(
      this.attributes
        .filter(
          (attribute) => attribute.oid === OID.extensionRequest || attribute.oid === OID.microsoftExtensionRequest,
        )
        .flatMap(({ values }) => values.flatMap((value) => parseExtensions(DerReader.of(value)))),
    );
    return this.#extensions;
  }
}

/** What a request says (CertificationRequestInfo). */
export interface CertificationRequestInfo {
  readonly subject: Name;
  readonly spkiDer: Uint8Array;
  readonly attributes: readonly Attribute[];
}

/** The DER of a CertificationRequestInfo (RFC 2986 section 4.1): what the requester signs. `encodeSigned` makes the request of it. */
export function encodeCertificationRequestInfo({ subject, spkiDer, attributes }: CertificationRequestInfo): Uint8Array {
  const set = retag(attributesTag, setOf(...attributes.map(encodeAttribute)));
  return sequence(integer(0), subject.der, spkiDer, set);
}

/** The attribute that asks for extensions, each whole and in DER. */
export function extensionRequest(extensions: readonly Uint8Array[]): Attribute {
  return { oid: OID.extensionRequest, values: [sequence(...extensions)] };
}

// The attributes are often unsorted, and left out by some old software; neither makes the request unclear, so both are read.
function parseRequestInfo(reader: DerReader): CertificationRequestInfo {
  const body = reader.sequence("CertificationRequestInfo");
  body.integer(TAG.integer, "version");
  const subject = Name.parse(body.expect(TAG.sequence, "subject").der);
  const spkiDer = body.expect(TAG.sequence, "subjectPKInfo").der;
  const attributes = body.enterOptional(attributesTag)?.each(parseAttribute) ?? [];
  body.end("the end of CertificationRequestInfo");
  return { subject, spkiDer, attributes };
}
