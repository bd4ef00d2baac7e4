import type { PrivateKey } from "../../keys/private-key.ts";
import type { SignatureAlgorithmId } from "../../keys/signature-algorithms.ts";

/** Extensions by name; undefined takes one of the usual ones out. */
export type ExtensionDers = Readonly<Record<string, Uint8Array | undefined>>;

/** How a certificate of the lab differs from a good one. It can say anything: what is not told is as it should be. */
export interface CertificateSpec {
  /** RFC 4514; empty for an empty subject. */
  readonly subject?: string;
  readonly key?: PrivateKey;
  /** The content octets of the INTEGER. */
  readonly serial?: Uint8Array;
  readonly version?: number;
  /** A time, or the whole TLV of one that is malformed. */
  readonly notBefore?: Date | Uint8Array;
  readonly notAfter?: Date | Uint8Array;
  readonly extensions?: ExtensionDers;
  readonly signature?: SignatureAlgorithmId;
  /** The AlgorithmIdentifier inside the signed part, when it is to differ from the one outside. */
  readonly innerAlgorithm?: Uint8Array;
  /** Changes the last octet of the signature. */
  readonly isCorrupt?: boolean;
}
