import type { Issued } from "../../faults/build/issued.ts";
import { encodePem } from "../../x509/pem.ts";

/** Certificates as a bundle, in their order. */
export function chainPem(chain: readonly Pick<Issued, "der">[]): string {
  return chain.map(({ der }) => encodePem("CERTIFICATE", der)).join("");
}
