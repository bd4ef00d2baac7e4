import { hash } from "node:crypto";
import { equalBytes } from "../../asn1/bytes.ts";
import { OID } from "../../asn1/oids.ts";
import type { DerReader } from "../../asn1/reader.ts";
import { TAG } from "../../asn1/tag.ts";
import { nul, octetString, sequence, tlv } from "../../asn1/writer.ts";
import { type HashName, hashOfOid } from "../../keys/hash-algorithm.ts";
import { PublicKey } from "../../keys/public-key.ts";
import { encodeAlgorithmIdentifier, parseAlgorithmIdentifier } from "../../x509/algorithm-identifier.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { publicKeyOf } from "../signed-by.ts";

/** CertID (RFC 6960 section 4.1.1): a certificate by its serial number and the hashes of its issuer's name and key. */
export interface CertId {
  /** The hash algorithm, dotted. */
  readonly hashOid: string;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  /** The content octets of the INTEGER. */
  readonly serialNumber: Uint8Array;
  readonly der: Uint8Array;
}

/** What a CertID tells of an issuer. */
export type IssuerIdentity = Pick<Certificate, "subject" | "spkiDer">;

/** @throws PkiError ERR_DER */
export function parseCertId(reader: DerReader): CertId {
  const element = reader.expect(TAG.sequence, "a CertID");
  const body = reader.inside(element);
  const hashOid = parseAlgorithmIdentifier(body, "hashAlgorithm").oid;
  const issuerNameHash = body.octetString(undefined, "issuerNameHash");
  const issuerKeyHash = body.octetString(undefined, "issuerKeyHash");
  const serialNumber = body.integerBytes(undefined, "serialNumber");
  body.end("the end of the CertID");
  return { hashOid, issuerNameHash, issuerKeyHash, serialNumber, der: element.der };
}

/** The CertID of a certificate of this issuer. RFC 5019 wants SHA-1; RFC 6960 allows others. @throws PkiError ERR_KEY_MALFORMED */
export function encodeCertId(hashName: HashName, issuer: IssuerIdentity, serialNumber: Uint8Array): Uint8Array {
  return sequence(
    encodeAlgorithmIdentifier(OID[hashName], nul()),
    octetString(hash(hashName, issuer.subject.der, "buffer")),
    octetString(hash(hashName, PublicKey.fromSpki(issuer.spkiDer).subjectPublicKey, "buffer")),
    tlv(TAG.integer, serialNumber),
  );
}

/** True when the CertID means the certificate with this serial number of this issuer. */
export function identifies(certId: CertId, issuer: IssuerIdentity, serialNumber: Uint8Array): boolean {
  const hashName = hashOfOid(certId.hashOid);
  if (hashName === undefined || !equalBytes(certId.serialNumber, serialNumber)) return false;
  const key = publicKeyOf(issuer.spkiDer);
  const isHash = (digest: Uint8Array, data: Uint8Array) => equalBytes(digest, hash(hashName, data, "buffer"));
  return (
    key !== undefined &&
    isHash(certId.issuerNameHash, issuer.subject.der) &&
    isHash(certId.issuerKeyHash, key.subjectPublicKey)
  );
}
