import type { PublicKey } from "./public-key.ts";
import type { SignatureAlgorithm } from "./signature-algorithms.ts";

/** A signature under way over what comes in pieces. */
export interface SignatureStream {
  update(data: Uint8Array): unknown;
  finish(): Uint8Array | Promise<Uint8Array>;
}

/** What signs certificates, CRLs and OCSP responses: a key in memory, or one that never leaves its device. */
export interface Signer {
  readonly publicKey: PublicKey;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** The octets of the signature's BIT STRING: DER for ECDSA. */
  sign(data: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** Begins a signature over pieces. Not there when the signer must see the whole: EdDSA, and devices that take messages. */
  begin?(): SignatureStream;
}
