import type { BitString } from "../asn1/primitives.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { type AlgorithmIdentifier, parseAlgorithmIdentifier } from "./algorithm-identifier.ts";
import { type Extension, type ExtensionCodec, parseWrappedExtensions } from "./extension.ts";
import { type DecodedExtension, ExtensionSet } from "./extension-set.ts";
import { certificateIssuer } from "./extensions/certificate-issuer.ts";
import { issuingDistributionPoint } from "./extensions/issuing-distribution-point.ts";
import { Name } from "./name.ts";
import { encodePem } from "./pem.ts";
import { type EntryFields, entryExtensions, RevokedCertificate, walkEntry } from "./revoked-certificate.ts";
import { type SignedParts, walkSigned } from "./signed.ts";
import { type CertificateListFields, walkTbsCertificateList } from "./tbs-certificate-list.ts";

/** How large a CRL may be unless told: some five million entries. Bytes. */
export const MAX_CRL_BYTES: number = 256 * 1024 * 1024;

/**
 * A certificate revocation list (RFC 5280 section 5.1). Entries are walked where they lie, one at a time: a list of a million costs the
 * bytes that it came in and nothing more.
 */
export class CertificateList {
  readonly der: Uint8Array;
  readonly #signed: SignedParts;
  readonly #fields: CertificateListFields;
  #issuer: Name | undefined;
  #extensions: ExtensionSet | undefined;

  private constructor(der: Uint8Array, signed: SignedParts, fields: CertificateListFields) {
    this.der = der;
    this.#signed = signed;
    this.#fields = fields;
  }

  /** @throws PkiError ERR_DER where the outer structure cannot be walked */
  static parse(der: Uint8Array, options: { readonly maxBytes?: number } = {}): CertificateList {
    const signed = walkSigned(der, "a CertificateList", { maxBytes: options.maxBytes ?? MAX_CRL_BYTES });
    return new CertificateList(der, signed, walkTbsCertificateList(DerReader.over(signed.toBeSigned).sequence()));
  }

  /** The octets that the signature covers. */
  get tbsDer(): Uint8Array {
    return this.#signed.toBeSigned.der;
  }

  /** 1, or 2 as soon as there are extensions; whatever number stands there otherwise. */
  get version(): number {
    const { version } = this.#fields;
    return version === undefined ? 1 : DerReader.over(version).integer() + 1;
  }

  get signatureAlgorithm(): AlgorithmIdentifier {
    return parseAlgorithmIdentifier(DerReader.over(this.#signed.signatureAlgorithm));
  }

  /** The algorithm inside the signed part, which must be the same (RFC 5280 section 5.1.1.2). */
  get tbsSignatureAlgorithm(): AlgorithmIdentifier {
    return parseAlgorithmIdentifier(DerReader.over(this.#fields.signatureAlgorithm));
  }

  get signature(): BitString {
    return DerReader.over(this.#signed.signature).bitString(TAG.bitString, "signatureValue");
  }

  /** Who signed the list. */
  get issuer(): Name {
    this.#issuer ??= Name.parse(this.#fields.issuer.der);
    return this.#issuer;
  }

  get thisUpdate(): Date {
    return DerReader.over(this.#fields.thisUpdate).time("thisUpdate");
  }

  get nextUpdate(): Date | undefined {
    const { nextUpdate } = this.#fields;
    return nextUpdate && DerReader.over(nextUpdate).time("nextUpdate");
  }

  get extensions(): readonly Extension[] {
    return this.#extensionSet.all;
  }

  /** The first extension of this kind, decoded. @throws PkiError when it does not decode */
  extension<T>(codec: ExtensionCodec<T>): DecodedExtension<T> | undefined {
    return this.#extensionSet.get(codec);
  }

  /** True when entries may name certificates of other issuers (RFC 5280 section 5.2.5). */
  get isIndirect(): boolean {
    return this.extension(issuingDistributionPoint)?.value.indirectCrl ?? false;
  }

  /** The entries as they stand in the list, one after another. */
  get entriesDer(): Uint8Array {
    return this.#fields.revoked?.content ?? new Uint8Array();
  }

  /** Every entry in order, read as the caller goes on. @throws PkiError ERR_DER at an entry that cannot be walked */
  *entries(): Generator<RevokedCertificate, void, undefined> {
    const { revoked } = this.#fields;
    if (revoked === undefined) return;
    const { isIndirect } = this;
    const reader = DerReader.over(revoked).sequence();
    let { issuer } = this;
    while (!reader.atEnd) {
      const fields = walkEntry(reader);
      if (isIndirect) issuer = issuerOf(fields) ?? issuer;
      yield new RevokedCertificate(fields, issuer);
    }
  }

  /** The entry for a certificate of this issuer: the signer of the list unless told. @throws PkiError ERR_DER */
  find(serialHex: string, certificateIssuer: Name = this.issuer): RevokedCertificate | undefined {
    for (const entry of this.entries())
      if (entry.serialHex === serialHex && entry.issuer.equals(certificateIssuer)) return entry;
    return undefined;
  }

  toPem(): string {
    return encodePem("X509 CRL", this.der);
  }

  get #extensionSet(): ExtensionSet {
    this.#extensions ??= new ExtensionSet(parseWrappedExtensions(this.#fields.extensions));
    return this.#extensions;
  }
}

// An entry without certificateIssuer speaks of the issuer that the entry before it named (RFC 5280 section 5.3.3).
function issuerOf(fields: EntryFields): Name | undefined {
  const names = entryExtensions(fields).get(certificateIssuer)?.value ?? [];
  return names.find((name) => name.kind === "directoryName")?.name;
}
