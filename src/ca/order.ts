import type { IssuableKeyTypeId } from "../keys/algorithms.ts";
import type { PublicKey } from "../keys/public-key.ts";
import type { Profile } from "../profile/profile.ts";
import type { Extension } from "../x509/extension.ts";
import type { GeneralName } from "../x509/general-name.ts";
import type { Name } from "../x509/name.ts";

/** What somebody wants a certificate to say. Whether it may is for the profile to judge. */
export interface CertificateOrder {
  readonly profile: Profile;
  /** As objects, or as text that is told apart by its form: `localhost`, `10.0.0.1`, `user@host`, `spiffe://…`. */
  readonly names: readonly (GeneralName | string)[];
  /** Whose key; or the type of the key that is made for it. ECDSA P-256 unless told. */
  readonly key?: PublicKey | IssuableKeyTypeId | undefined;
  readonly subject?: Name | undefined;
  /** Whole days; the profile's default when neither this nor `notAfter` is given. */
  readonly days?: number | undefined;
  readonly notBefore?: Date | undefined;
  readonly notAfter?: Date | undefined;
  /** Of a certification request: the profile says which it honours. */
  readonly extensions?: readonly Extension[] | undefined;
  /** The serial number of the certificate that this one renews. */
  readonly replaces?: string | undefined;
}
