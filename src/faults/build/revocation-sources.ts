import { OID } from "../../asn1/oids.ts";
import { encodeExtension } from "../../x509/extension.ts";
import { authorityInfoAccess } from "../../x509/extensions/authority-info-access.ts";
import { crlDistributionPoints } from "../../x509/extensions/crl-distribution-points.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import type { ExtensionDers } from "./certificate-spec.ts";

/** From what clients are to learn whether a certificate is revoked. */
export type RevocationSource = "crl" | "ocsp";

/** Where a live fault answers over HTTP, and what it offers there. */
export interface LivePlace {
  /** The fault's own address, without a slash at its end. */
  readonly url: string;
  readonly source: RevocationSource;
}

/**
 * What a certificate says of where to ask about it (RFC 5280 sections 4.2.1.13 and 4.2.2.1). It names one kind of source alone: a client
 * that can choose would take the sound one.
 * @param issuer `root` or `issuing`: whose CRL, whose responder, whose certificate.
 */
export function sourcePointers({ url, source }: LivePlace, issuer: "root" | "issuing"): ExtensionDers {
  const at = (ending: string): GeneralName => ({ kind: "uri", value: `${url}/${issuer}.${ending}` });
  const caIssuers = { method: OID.caIssuers, location: at("crt") };
  if (source === "ocsp") {
    const ocsp = { method: OID.ocsp, location: at("ocsp") };
    return { authorityInfoAccess: encodeExtension(authorityInfoAccess, [ocsp, caIssuers], false) };
  }
  return {
    authorityInfoAccess: encodeExtension(authorityInfoAccess, [caIssuers], false),
    crlDistributionPoints: encodeExtension(crlDistributionPoints, [{ fullName: [at("crl")] }], false),
  };
}
