import { OID, oidWords } from "../asn1/oids.ts";
import { PkiError } from "../errors/pki-error.ts";
import type { AlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { decryptPbes2 } from "./pbes2.ts";
import { decryptPkcs12Pbe, isPkcs12Pbe } from "./pkcs12-pbe.ts";

/**
 * Undoes what hides private keys and certificates under a passphrase, by its AlgorithmIdentifier.
 * @throws PkiError ERR_PASSPHRASE_WRONG, ERR_ENCRYPTION_UNSUPPORTED, ERR_KDF_COST, ERR_DER
 */
export async function decryptWithPassphrase(
  { oid, parameters = new Uint8Array() }: AlgorithmIdentifier,
  ciphertext: Uint8Array,
  passphrase: string,
): Promise<Uint8Array> {
  if (oid === OID.pbes2) return decryptPbes2(parameters, ciphertext, passphrase);
  if (isPkcs12Pbe(oid)) return decryptPkcs12Pbe(oid, parameters, ciphertext, passphrase);
  throw new PkiError("ERR_ENCRYPTION_UNSUPPORTED", { algorithm: oidWords(oid) });
}
