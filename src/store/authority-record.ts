import type { SignatureAlgorithmId } from "../keys/signature-algorithms.ts";
import type { CrlHistory } from "./published-crl.ts";

/** One CA of the hierarchy. */
export interface AuthorityRecord {
  /** Names its files: lower-case letters, digits and dashes. Never changes. */
  readonly id: string;
  /** What people call it. Unique in the store. */
  readonly name: string;
  readonly kind: "root" | "intermediate";
  /** The id of the authority that signed it, when this store has that one. */
  readonly parent?: string | undefined;
  readonly certificatePem: string;
  /** The certificates above it, nearest first, when the store has no authority for them. */
  readonly chainPem?: readonly string[] | undefined;
  /** A KeyTypeId of the algorithm table. */
  readonly keyType: string;
  /** What it signs with; what its key type signs with unless told. */
  readonly signatureAlgorithm?: SignatureAlgorithmId | undefined;
  readonly keyAt: "store" | "offline";
  readonly createdAt: string;
  /** Where the certificates that it issues send people for its CRL, its OCSP responder and its own certificate. */
  readonly urls?: AuthorityUrlRecord | undefined;
  /** The CRLs that it published. */
  readonly crls?: CrlHistory | undefined;
}

export interface AuthorityUrlRecord {
  /** `{shard}` in it stands for the number of the shard. */
  readonly crl?: readonly string[];
  /**
   * Into how many shards its CRL is split: a power of two. Certificates point to the list of their shard, which is their serial number
   * modulo this; so it never changes.
   */
  readonly crlShards?: number;
  /** Where deltas to its CRL are, `{shard}` as above. None are published unless told. */
  readonly deltaCrl?: readonly string[];
  readonly ocsp?: readonly string[];
  readonly caIssuers?: readonly string[];
}

/** An authority to add. */
export interface NewAuthority {
  readonly record: Omit<AuthorityRecord, "keyAt" | "crls">;
  /** PKCS#8, perhaps encrypted. Without it the key is kept offline. */
  readonly keyPem?: string | undefined;
}

/** What may change of an authority; a part that is undefined stays. Where its key is changes by storing or removing the key. */
export type AuthorityChange = Partial<Omit<AuthorityRecord, "id" | "kind" | "keyAt" | "createdAt" | "crls">>;
