import { constants, type KeyObject, sign, verify } from "node:crypto";

/** How the signatures of a handshake are made: SignatureAndHashAlgorithm of TLS 1.2 under the names of RFC 8446 section 4.2.3. */
export interface SignatureScheme {
  readonly code: number;
  readonly name: string;
  readonly keyType: "ec" | "rsa" | "ed25519";
  readonly hash: "sha256" | "sha384" | "sha512" | undefined;
  readonly pss: boolean;
}

type Row = readonly [code: number, name: string, keyType: SignatureScheme["keyType"], hash?: SignatureScheme["hash"]];

/** The preferred first. PKCS#1 stands before PSS, for which the keys of the lab can be too short. */
const rows: readonly Row[] = [
  [0x0403, "ecdsa_secp256r1_sha256", "ec", "sha256"],
  [0x0503, "ecdsa_secp384r1_sha384", "ec", "sha384"],
  [0x0603, "ecdsa_secp521r1_sha512", "ec", "sha512"],
  [0x0807, "ed25519", "ed25519"],
  [0x0401, "rsa_pkcs1_sha256", "rsa", "sha256"],
  [0x0501, "rsa_pkcs1_sha384", "rsa", "sha384"],
  [0x0601, "rsa_pkcs1_sha512", "rsa", "sha512"],
  [0x0804, "rsa_pss_rsae_sha256", "rsa", "sha256"],
  [0x0805, "rsa_pss_rsae_sha384", "rsa", "sha384"],
  [0x0806, "rsa_pss_rsae_sha512", "rsa", "sha512"],
];

export const signatureSchemes: readonly SignatureScheme[] = rows.map(([code, name, keyType, hash]) => {
  return { code, name, keyType, hash, pss: name.startsWith("rsa_pss") };
});

export function signWith({ hash, pss }: SignatureScheme, key: KeyObject, data: Uint8Array): Uint8Array {
  return sign(hash, data, pss ? pssOf(key) : key);
}

/** False too when the key is of another kind than the scheme. */
export function verifyWith(scheme: SignatureScheme, key: KeyObject, data: Uint8Array, signature: Uint8Array): boolean {
  const { keyType, hash, pss } = scheme;
  return key.asymmetricKeyType === keyType && verify(hash, data, pss ? pssOf(key) : key, signature);
}

/** The salt is as long as the hash (RFC 8446 section 4.2.3). */
function pssOf(key: KeyObject): { key: KeyObject; padding: number; saltLength: number } {
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}
