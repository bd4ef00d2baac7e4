import { isPkiError } from "../../errors/pki-error.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { DistributionPointName } from "../../x509/distribution-point.ts";
import { authorityInfoAccess } from "../../x509/extensions/authority-info-access.ts";
import type { GeneralName } from "../../x509/general-name.ts";

/** The addresses where a certificate says that something is offered: `OID.ocsp`, `OID.caIssuers` (RFC 5280 section 4.2.2.1). */
export function accessAddresses(certificate: Certificate, method: string): readonly string[] {
  const descriptions = readable(() => certificate.extension(authorityInfoAccess)?.value) ?? [];
  return uris(descriptions.filter((one) => one.method === method).map(({ location }) => location));
}

/** The addresses of a distribution point, each of them for the same list (RFC 5280 section 4.2.1.13). */
export function pointAddresses({ fullName = [] }: DistributionPointName): readonly string[] {
  return uris(fullName);
}

/** What does not decode names nothing: that it does not is for the verifier to tell. */
export function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

function uris(names: readonly GeneralName[]): readonly string[] {
  return names.flatMap((name) => (name.kind === "uri" ? [name.value] : []));
}
