import { OID } from "../../asn1/oids.ts";
import { DerReader } from "../../asn1/reader.ts";
import { TAG } from "../../asn1/tag.ts";
import { sequence } from "../../asn1/writer.ts";
import { encodeAlgorithmIdentifier, parseAlgorithmIdentifier } from "../../x509/algorithm-identifier.ts";
import { Certificate } from "../../x509/certificate.ts";
import { encodeTbsCertificate } from "../../x509/tbs-certificate.ts";

/**
 * The certificates of a path, leaf first, with the parameters that their keys inherit written in (RFC 3279
 * section 2.3.2, RFC 5280 section 6.1.4 (d) to (f)).
 * The copies are for their keys: they carry no signature.
 */
export function withInheritedParameters(path: readonly Certificate[]): readonly Certificate[] {
  let working: Uint8Array | undefined;
  return path
    .toReversed()
    .map((certificate) => {
      const { oid, parameters } = parseAlgorithmIdentifier(DerReader.of(certificate.spkiDer).sequence());
      if (oid !== OID.dsa) working = undefined;
      else if (parameters !== undefined) working = parameters;
      else if (working !== undefined) return withParameters(certificate, working);
      return certificate;
    })
    .toReversed();
}

function withParameters(certificate: Certificate, parameters: Uint8Array): Certificate {
  const spki = DerReader.of(certificate.spkiDer).sequence();
  parseAlgorithmIdentifier(spki);
  const key = spki.expect(TAG.bitString).der;
  const { tbsSignatureAlgorithm, serialNumber, extensions } = certificate;
  return Certificate.fromTbs(
    encodeTbsCertificate({
      version: certificate.version,
      serial: serialNumber,
      signatureAlgorithm: tbsSignatureAlgorithm.der,
      issuer: certificate.issuer,
      notBefore: certificate.notBefore,
      notAfter: certificate.notAfter,
      subject: certificate.subject,
      spkiDer: sequence(encodeAlgorithmIdentifier(OID.dsa, parameters), key),
      extensions: extensions.map(({ der }) => der),
    }),
  );
}
