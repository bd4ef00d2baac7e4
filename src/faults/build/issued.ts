import { randomBytes } from "node:crypto";
import type { PrivateKey } from "../../keys/private-key.ts";
import { softwareSigner } from "../../keys/software-signer.ts";
import { Name } from "../../x509/name.ts";
import { encodeSigned } from "../../x509/signed.ts";
import { encodeTbsCertificate } from "../../x509/tbs-certificate.ts";
import type { CertificateSpec, ExtensionDers } from "./certificate-spec.ts";
import { caExtensions, keyIdentifiers, labMarker } from "./usual-extensions.ts";

/** A certificate and what it takes to issue from it. */
export interface Issued {
  readonly der: Uint8Array;
  readonly name: Name;
  readonly key: PrivateKey;
  /** The extensions by name, as they stand in it. */
  readonly extensions: ExtensionDers;
}

/** What an issuer needs. */
export type Issuer = Pick<Issued, "name" | "key">;

/** What a spec says once the usual has been filled in. */
export type FullSpec = CertificateSpec & Required<Pick<CertificateSpec, "subject" | "key" | "notBefore" | "notAfter">>;

/** Signs what the spec says; without an issuer the certificate signs itself. */
export function issueFrom(spec: FullSpec, issuer: Issuer | undefined, usual: ExtensionDers): Issued {
  const { subject, key, notBefore, notAfter, version, innerAlgorithm } = spec;
  const name = Name.fromString(subject);
  const signer = softwareSigner((issuer ?? spec).key, spec.signature);
  const extensions = { ...usual, ...spec.extensions };
  const algorithm = signer.signatureAlgorithm.identifierDer;
  const tbs = encodeTbsCertificate({
    ...(version !== undefined && { version }),
    serial: spec.serial ?? randomSerial(),
    signatureAlgorithm: innerAlgorithm ?? algorithm,
    issuer: issuer?.name ?? name,
    notBefore,
    notAfter,
    subject: name,
    spkiDer: key.publicKey.spkiDer,
    extensions: Object.values(extensions).filter((der) => der !== undefined),
  });
  const signature = Uint8Array.from(signer.sign(tbs));
  if (spec.isCorrupt) signature[signature.length - 1] = (signature.at(-1) as number) ^ 1;
  return { der: encodeSigned(tbs, algorithm, signature), name, key, extensions };
}

const DAY = 86_400_000;

/** A root of the lab: marked, and valid for years around this time. */
export function issueRoot(
  spec: CertificateSpec & Required<Pick<CertificateSpec, "subject" | "key">>,
  at: Date,
): Issued {
  const day = (count: number) => new Date(at.getTime() + count * DAY);
  const usual = { ...caExtensions, ...keyIdentifiers(spec.key, undefined), ...labMarker };
  return issueFrom({ notBefore: day(-1000), notAfter: day(3000), ...spec }, undefined, usual);
}

/** Sixteen octets, positive and without a leading zero octet (RFC 5280 section 4.1.2.2). */
function randomSerial(): Uint8Array {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] as number) & 0x3f) | 0x40;
  return Uint8Array.from(serial);
}
