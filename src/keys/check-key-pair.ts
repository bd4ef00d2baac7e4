import { PkiError } from "../errors/pki-error.ts";
import { issuableKeyTypes } from "./algorithms.ts";
import type { PrivateKey } from "./private-key.ts";
import { softwareSigner } from "./software-signer.ts";
import { verifies } from "./verify-signature.ts";

const probe: Buffer = Buffer.from("do the two halves of this key belong together?");

/**
 * A key file tells its public half besides its private one, and OpenSSL believes it. A signature shows whether they belong together,
 * before a CA signs with one what will be checked with the other.
 * @throws PkiError ERR_KEY_MALFORMED when they do not; ERR_KEY_UNSUPPORTED when it is no signing key of the table
 */
export function checkKeyPair(key: PrivateKey): void {
  const { publicKey } = key;
  if (publicKey.strength === undefined)
    throw new PkiError("ERR_KEY_UNSUPPORTED", { key: publicKey.words, known: issuableKeyTypes.join(", ") });
  if (!signsWell(key))
    throw new PkiError("ERR_KEY_MALFORMED", { what: "private key", detail: "its two halves do not belong together" });
}

function signsWell(key: PrivateKey): boolean {
  const { publicKey, signatureAlgorithm, sign } = softwareSigner(key);
  try {
    return verifies(signatureAlgorithm, publicKey, probe, sign(probe));
  } catch {
    return false; // numbers so wrong that OpenSSL gives up; why is left out, nothing of a private key may reach a log
  }
}
