/** A cipher suite that this server speaks. Who signs is the certificate's key: the suite must fit it. */
export interface CipherSuite {
  readonly code: number;
  readonly name: string;
  readonly signer: "ecdsa" | "rsa";
  readonly cipher: "aes-128-gcm" | "aes-256-gcm";
  /** Octets. */
  readonly keyLength: number;
  /** Of the PRF. */
  readonly hash: "sha256" | "sha384";
}

type Row = readonly [code: number, name: string, signer: CipherSuite["signer"]];

/** @see RFC 5289 section 3.2 */
const aes128: readonly Row[] = [
  [0xc02b, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "ecdsa"],
  [0xc02f, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "rsa"],
];
const aes256: readonly Row[] = [
  [0xc02c, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "ecdsa"],
  [0xc030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "rsa"],
];

export const cipherSuites: readonly CipherSuite[] = [
  ...aes128.map(([code, name, signer]): CipherSuite => {
    return { code, name, signer, cipher: "aes-128-gcm", keyLength: 16, hash: "sha256" };
  }),
  ...aes256.map(([code, name, signer]): CipherSuite => {
    return { code, name, signer, cipher: "aes-256-gcm", keyLength: 32, hash: "sha384" };
  }),
];
