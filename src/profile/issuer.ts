import type { SignatureAlgorithm } from "../keys/signature-algorithms.ts";
import type { Certificate } from "../x509/certificate.ts";
import type { Name } from "../x509/name.ts";

/** Who signs: all that a profile needs to know of an authority to write certificates in its name. */
export interface Issuer {
  /** What `{authority}` stands for in URL templates. */
  readonly id: string;
  readonly subject: Name;
  readonly keyIdentifier: Uint8Array;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** The issuer's own certificate; none when it is about to sign itself, as a root. */
  readonly certificate?: Certificate | undefined;
  /** Where the authority publishes; profiles that say `authority` point there. */
  readonly urls?: IssuerUrls | undefined;
}

export interface IssuerUrls {
  readonly crl?: readonly string[];
  readonly ocsp?: readonly string[];
  readonly caIssuers?: readonly string[];
}
