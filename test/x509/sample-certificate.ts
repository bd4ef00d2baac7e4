import { generateKeyPairSync, sign } from "node:crypto";
import { OID } from "../../src/asn1/oids.ts";
import { encodeAlgorithmIdentifier } from "../../src/x509/algorithm-identifier.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeSigned } from "../../src/x509/signed.ts";
import { encodeTbsCertificate, type TbsCertificateInput } from "../../src/x509/tbs-certificate.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");

export const ed25519: Uint8Array = encodeAlgorithmIdentifier(OID.ed25519);
export const spkiDer: Uint8Array = new Uint8Array(publicKey.export({ type: "spki", format: "der" }));

/** Signs any bytes with the one key of these tests. */
export function signed(toBeSigned: Uint8Array): Uint8Array {
  return encodeSigned(toBeSigned, ed25519, sign(null, toBeSigned, privateKey));
}

/** The DER of a self-signed certificate that says this and is plain in all else. */
export function sampleCertificate(says: Partial<TbsCertificateInput> = {}): Uint8Array {
  return signed(sampleTbs(says));
}

export function sampleTbs(says: Partial<TbsCertificateInput> = {}): Uint8Array {
  return encodeTbsCertificate({
    serial: Uint8Array.of(0x12, 0x34),
    signatureAlgorithm: ed25519,
    issuer: Name.fromString("CN=Test CA,O=Example"),
    notBefore: new Date("2026-01-01T00:00:00Z"),
    notAfter: new Date("2026-12-31T23:59:59Z"),
    subject: Name.fromString("CN=localhost"),
    spkiDer,
    extensions: [],
    ...says,
  });
}
