import type { PublicKey } from "../keys/public-key.ts";
import type { Extension } from "../x509/extension.ts";
import type { GeneralName } from "../x509/general-name.ts";
import type { Name } from "../x509/name.ts";

/** What is asked of a profile. Whether it is granted shows when policy reads the bytes that it led to. */
export interface CertificateRequest {
  readonly names: readonly GeneralName[];
  readonly publicKey: PublicKey;
  readonly subject?: Name | undefined;
  /** Days of 86 400 seconds; the profile's default when neither this nor `notAfter` is given. */
  readonly days?: number | undefined;
  readonly notBefore?: Date | undefined;
  readonly notAfter?: Date | undefined;
  /** Extensions of a certification request that the profile honours. */
  readonly extensions?: readonly Extension[] | undefined;
}
