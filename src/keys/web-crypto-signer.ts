import { PkiError } from "../errors/pki-error.ts";
import { chooseSignatureAlgorithm } from "./choose-signature-algorithm.ts";
import { encodeEcdsaSignature } from "./ecdsa-signature.ts";
import { hashWords } from "./hash-algorithm.ts";
import { PublicKey } from "./public-key.ts";
import type { SignatureAlgorithm, SignatureAlgorithmId } from "./signature-algorithms.ts";
import type { Signer } from "./signer.ts";

/**
 * Signs through any WebCrypto provider: Node's own, @peculiar/webcrypto, or one that speaks to an HSM. The private key may be
 * non-extractable; only its public half is read.
 * @throws PkiError ERR_SIGNATURE_ALGORITHM_MISMATCH when the key cannot sign so: WebCrypto binds RSA keys to one scheme and hash
 */
export async function webCryptoSigner(
  provider: Pick<Crypto, "subtle">,
  { privateKey, publicKey: publicCryptoKey }: CryptoKeyPair,
  algorithm?: SignatureAlgorithmId,
): Promise<Signer> {
  const { subtle } = provider;
  const publicKey = PublicKey.fromSpki(new Uint8Array(await subtle.exportKey("spki", publicCryptoKey)));
  const bound = boundAlgorithm(privateKey.algorithm);
  const signatureAlgorithm = chooseSignatureAlgorithm(publicKey, algorithm ?? bound);
  if (bound !== undefined && signatureAlgorithm.id !== bound)
    throw new PkiError("ERR_SIGNATURE_ALGORITHM_MISMATCH", {
      algorithm: signatureAlgorithm.id,
      key: `${publicKey.words} WebCrypto`,
      known: bound,
    });
  const parameters = signParameters(privateKey.algorithm.name, signatureAlgorithm);
  return {
    publicKey,
    signatureAlgorithm,
    async sign(data) {
      const signature = new Uint8Array(await subtle.sign(parameters, privateKey, new Uint8Array(data)));
      return signatureAlgorithm.scheme === "ecdsa" ? encodeEcdsaSignature(signature) : signature;
    },
  };
}

function boundAlgorithm(algorithm: KeyAlgorithm): SignatureAlgorithmId | undefined {
  if (!isRsa(algorithm)) return undefined;
  const scheme = algorithm.name === "RSA-PSS" ? "rsa-pss" : "rsa-pkcs1";
  return `${scheme}-${algorithm.hash.name.toLowerCase().replace("-", "")}` as SignatureAlgorithmId; // chooseSignatureAlgorithm checks it
}

function isRsa(algorithm: KeyAlgorithm): algorithm is RsaHashedKeyAlgorithm {
  return "hash" in algorithm && algorithm.name.startsWith("RSA");
}

function signParameters(
  name: string,
  { hash, saltLength }: SignatureAlgorithm,
): Algorithm | RsaPssParams | EcdsaParams {
  if (saltLength !== undefined) return { name, saltLength };
  return hash === undefined ? { name } : { name, hash: hashWords(hash) };
}
