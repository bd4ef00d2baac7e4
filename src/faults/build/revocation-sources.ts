import { OID } from "../../asn1/oids.ts";
import type { AccessDescription } from "../../x509/access-description.ts";
import { encodeExtension } from "../../x509/extension.ts";
import { authorityInfoAccess } from "../../x509/extensions/authority-info-access.ts";
import { crlDistributionPoints } from "../../x509/extensions/crl-distribution-points.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import type { ExtensionDers } from "./certificate-spec.ts";

/** From what clients are to learn whether a certificate is revoked. */
export type RevocationSource = "crl" | "ocsp";

/** Where a live fault answers over HTTP, and what all its certificates say of it. */
export interface LivePlace {
  /** The fault's own address, without a slash at its end. */
  readonly url: string;
  readonly source: RevocationSource | undefined;
}

/**
 * What a certificate says of where to ask about it (RFC 5280 sections 4.2.1.13 and 4.2.2.1). It names one kind of source alone: a client
 * that can choose would take the sound one.
 * @param issuer `root` or `issuing`: whose CRL, whose responder, whose certificate.
 */
export function sourcePointers({ url, source }: LivePlace, issuer: "root" | "issuing"): ExtensionDers {
  const at = (ending: string) => uri(`${url}/${issuer}.${ending}`);
  switch (source) {
    case "ocsp":
      return accessTo({ method: OID.ocsp, location: at("ocsp") }, { method: OID.caIssuers, location: at("crt") });
    case "crl": {
      const points = encodeExtension(crlDistributionPoints, [{ fullName: [at("crl")] }], false);
      return { ...issuerPointer(`${url}/${issuer}.crt`), crlDistributionPoints: points };
    }
    default:
      return {};
  }
}

/** What a certificate says of where its issuer's certificate is. */
export function issuerPointer(url: string): ExtensionDers {
  return accessTo({ method: OID.caIssuers, location: uri(url) });
}

function accessTo(...descriptions: readonly AccessDescription[]): ExtensionDers {
  return { authorityInfoAccess: encodeExtension(authorityInfoAccess, descriptions, false) };
}

function uri(value: string): GeneralName {
  return { kind: "uri", value };
}
