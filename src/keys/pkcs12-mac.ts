import { createHmac } from "node:crypto";
import { digestLength } from "./hash-algorithm.ts";
import { PKCS12_PURPOSE, type Pkcs12KdfParameters, pkcs12Derive } from "./pkcs12-kdf.ts";

/** The HMAC that seals a PKCS#12 file under its passphrase: RFC 7292 section 4 and appendix B.4. */
export function pkcs12Mac(parameters: Pkcs12KdfParameters, passphrase: string, content: Uint8Array): Uint8Array {
  const { hash } = parameters;
  const key = pkcs12Derive(parameters, passphrase, PKCS12_PURPOSE.mac, digestLength(hash));
  return createHmac(hash, key).update(content).digest();
}
