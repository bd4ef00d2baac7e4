import { PkiError } from "../errors/pki-error.ts";
import type { Certificate } from "../x509/certificate.ts";
import { isLabMarked } from "../x509/lab-marker.ts";

/** @throws PkiError ERR_CA_LAB_MARKED */
export function refuseLabMarked(ca: string, root: Certificate): void {
  if (isLabMarked(root)) throw new PkiError("ERR_CA_LAB_MARKED", { ca });
}
