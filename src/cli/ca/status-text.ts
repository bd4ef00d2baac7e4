import type { CertificateStatus } from "../../ca/certificate-status.ts";
import type { Paint } from "../paint.ts";

/** A status in the colour of its urgency. */
export function statusText(status: CertificateStatus, paint: Paint): string {
  const words = status.replaceAll("-", " ");
  if (status === "valid") return paint.green(words);
  return status === "revoked" || status === "expired" ? paint.red(words) : paint.yellow(words);
}
