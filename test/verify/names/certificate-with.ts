import { PrivateKey } from "../../../src/keys/private-key.ts";
import { softwareSigner } from "../../../src/keys/software-signer.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { subjectAltName } from "../../../src/x509/extensions/subject-alt-name.ts";
import type { GeneralName } from "../../../src/x509/general-name.ts";
import { Name } from "../../../src/x509/name.ts";
import { encodeSigned } from "../../../src/x509/signed.ts";
import { encodeTbsCertificate } from "../../../src/x509/tbs-certificate.ts";

const signer = softwareSigner(PrivateKey.generate("ecdsa-p256"));

/** The DER of a certificate with these names, for oracles that read certificates. Nobody looks at its signature. */
export function certificateWith(names: readonly GeneralName[]): Uint8Array {
  const signatureAlgorithm = signer.signatureAlgorithm.identifierDer;
  const tbs = encodeTbsCertificate({
    serial: Uint8Array.of(1),
    signatureAlgorithm,
    issuer: Name.fromString("CN=issuer"),
    notBefore: new Date("2026-01-01T00:00:00Z"),
    notAfter: new Date("2027-01-01T00:00:00Z"),
    subject: Name.fromString("CN=subject"),
    spkiDer: signer.publicKey.spkiDer,
    extensions: [encodeExtension(subjectAltName, names, false)],
  });
  return encodeSigned(tbs, signatureAlgorithm, Uint8Array.of(0));
}
