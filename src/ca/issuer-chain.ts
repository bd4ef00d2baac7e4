import { PkiError } from "../errors/pki-error.ts";
import { PublicKey } from "../keys/public-key.ts";
import { verifySignature } from "../keys/verify-signature.ts";
import type { Certificate } from "../x509/certificate.ts";

/**
 * The certificates above this one, nearest first, up to a self-signed root: from candidates in any order.
 * @throws PkiError ERR_CA_CHAIN_INCOMPLETE
 */
export function issuerChain(certificate: Certificate, candidates: readonly Certificate[]): readonly Certificate[] {
  const chain: Certificate[] = [];
  for (let below = certificate; !hasSigned(below, below); ) {
    const issuer = candidates.find((candidate) => !chain.includes(candidate) && hasSigned(candidate, below));
    if (issuer === undefined) {
      const facts = { ca: certificate.subject.toString(), missing: below.issuer.toString() };
      throw new PkiError("ERR_CA_CHAIN_INCOMPLETE", facts);
    }
    chain.push(issuer);
    below = issuer;
  }
  return chain;
}

function hasSigned(issuer: Certificate, { issuer: name, signatureAlgorithm, tbsDer, signature }: Certificate): boolean {
  if (!issuer.subject.equals(name)) return false;
  return verifySignature(signatureAlgorithm, PublicKey.fromSpki(issuer.spkiDer), tbsDer, signature) === "good";
}
