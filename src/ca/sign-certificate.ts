import { PkiError } from "../errors/pki-error.ts";
import type { Signer } from "../keys/signer.ts";
import { verifySignature } from "../keys/verify-signature.ts";
import { Certificate } from "../x509/certificate.ts";
import { encodeSigned } from "../x509/signed.ts";

/** Signers whose first signature was checked. */
const proven = new WeakSet<Signer>();

/**
 * Signs a to-be-signed certificate. The first signature of a signer is checked: a device may hold another key than its certificate says.
 * @throws PkiError ERR_CA_SIGNATURE
 */
export async function signCertificate(signer: Signer, tbsDer: Uint8Array): Promise<Certificate> {
  const signature = await signer.sign(tbsDer);
  const der = encodeSigned(tbsDer, signer.signatureAlgorithm.identifierDer, signature);
  const certificate = Certificate.parse(der);
  if (!proven.has(signer)) prove(signer, certificate);
  return certificate;
}

function prove(signer: Signer, { signatureAlgorithm, tbsDer, signature }: Certificate): void {
  const verdict = verifySignature(signatureAlgorithm, signer.publicKey, tbsDer, signature);
  if (verdict !== "good") throw new PkiError("ERR_CA_SIGNATURE", { verdict });
  proven.add(signer);
}
