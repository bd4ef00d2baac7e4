import { softwareSigner } from "../../keys/software-signer.ts";
import { Certificate } from "../../x509/certificate.ts";
import { encodeExtension } from "../../x509/extension.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { crlNumber } from "../../x509/extensions/crl-number.ts";
import { encodeRevokedCertificate } from "../../x509/revoked-certificate.ts";
import { encodeSigned } from "../../x509/signed.ts";
import { encodeTbsCertificateList } from "../../x509/tbs-certificate-list.ts";
import type { ExtensionDers } from "./certificate-spec.ts";
import type { Issued, Issuer } from "./issued.ts";

/** How a CRL of the lab differs from a good, empty one. */
export interface CrlSpec {
  readonly revoked?: readonly Issued[];
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  /** By name; undefined takes one of the usual ones out. */
  readonly extensions?: ExtensionDers;
  /** Whose key signs, when it is not the issuer's. */
  readonly signedBy?: Issuer;
}

const HOUR = 3_600_000;

export function issueCrl(issuer: Issuer, spec: CrlSpec, at: Date): Uint8Array {
  const signer = softwareSigner((spec.signedBy ?? issuer).key);
  const signatureAlgorithm = signer.signatureAlgorithm.identifierDer;
  const revokedAt = new Date(at.getTime() - 48 * HOUR);
  const entries = (spec.revoked ?? []).map(({ der }) =>
    encodeRevokedCertificate({ serial: Certificate.parse(der).serialNumber, revokedAt, extensions: [] }),
  );
  const extensions: ExtensionDers = {
    authorityKeyIdentifier: encodeExtension(
      authorityKeyIdentifier,
      { keyId: issuer.key.publicKey.keyIdentifier },
      false,
    ),
    crlNumber: encodeExtension(crlNumber, 1n, false),
    ...spec.extensions,
  };
  const tbs = encodeTbsCertificateList({
    signatureAlgorithm,
    issuer: issuer.name,
    thisUpdate: spec.thisUpdate ?? new Date(at.getTime() - 24 * HOUR),
    nextUpdate: spec.nextUpdate ?? new Date(at.getTime() + 144 * HOUR),
    entries: Buffer.concat(entries),
    extensions: Object.values(extensions).filter((der) => der !== undefined),
  });
  return encodeSigned(tbs, signatureAlgorithm, signer.sign(tbs));
}
