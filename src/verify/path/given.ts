import type { Certificate } from "../../x509/certificate.ts";
import type { CertificatePool } from "./certificate-pool.ts";

/** All certificates that were given. */
export interface Given {
  /** What the peer sent after the leaf, in its order and as often as it came. */
  readonly sent: readonly Certificate[];
  /** The places of those in `sent` that had been sent before. */
  readonly repeated: readonly number[];
  readonly pool: CertificatePool;
}
