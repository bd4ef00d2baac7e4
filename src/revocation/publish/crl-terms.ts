import type { SignatureAlgorithm } from "../../keys/signature-algorithms.ts";
import type { Name } from "../../x509/name.ts";

/** What a CRL says besides its entries. */
export interface CrlTerms {
  /** The subject of the certificate whose key signs: RFC 5280 section 5.1.2.3. */
  readonly issuer: Name;
  readonly keyIdentifier: Uint8Array;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** Grows with every list of this issuer, complete or delta: section 5.2.3. */
  readonly number: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** For a delta: the number of the complete list that it adds to. */
  readonly base?: number | undefined;
  /** For a list that covers only certificates which point to one of these URLs. They stand in those certificates letter for letter. */
  readonly distributionPoint?: readonly string[] | undefined;
  /** Where the deltas of this list are to be had. */
  readonly deltaUrls?: readonly string[] | undefined;
}
