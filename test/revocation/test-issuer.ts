import { PrivateKey } from "../../src/keys/private-key.ts";
import { type SoftwareSigner, softwareSigner } from "../../src/keys/software-signer.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { CertificateList } from "../../src/x509/certificate-list.ts";
import { encodeExtension } from "../../src/x509/extension.ts";
import { basicConstraints } from "../../src/x509/extensions/basic-constraints.ts";
import { keyUsage } from "../../src/x509/extensions/key-usage.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeRevokedCertificate } from "../../src/x509/revoked-certificate.ts";
import { encodeSigned } from "../../src/x509/signed.ts";
import { encodeTbsCertificate } from "../../src/x509/tbs-certificate.ts";
import { encodeTbsCertificateList } from "../../src/x509/tbs-certificate-list.ts";

/** The fixed clock of these tests. */
export const now: Date = new Date("2026-03-01T12:00:00Z");

/** So many days after `now`, or before it. */
export function days(count: number): Date {
  return new Date(now.getTime() + count * 24 * 60 * 60 * 1000);
}

export const caExtensions: readonly Uint8Array[] = [
  encodeExtension(basicConstraints, { ca: true }, true),
  encodeExtension(keyUsage, ["keyCertSign", "cRLSign"], true),
];

export interface CertificateFacts {
  readonly serial?: number;
  readonly version?: number;
  readonly extensions?: readonly Uint8Array[];
  readonly notAfter?: Date;
}

export interface CrlFacts {
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  readonly extensions?: readonly Uint8Array[];
  readonly revoked?: readonly { readonly serial: number; readonly extensions?: readonly Uint8Array[] }[];
}

/** A name and a key: it certifies others and signs lists, right ones and wrong ones. */
export class TestIssuer {
  readonly name: Name;
  readonly key: PrivateKey;
  readonly signer: SoftwareSigner;

  constructor(name: string, key: PrivateKey = PrivateKey.generate("ecdsa-p256")) {
    this.name = Name.fromString(name);
    this.key = key;
    this.signer = softwareSigner(key);
  }

  /** A certificate for another one, or for itself. */
  certify(subject: TestIssuer, facts: CertificateFacts = {}): Certificate {
    const { serial = 1, version = 3, extensions = [], notAfter = days(3650) } = facts;
    const tbs = encodeTbsCertificate({
      version,
      serial: Uint8Array.of(serial),
      signatureAlgorithm: this.signer.signatureAlgorithm.identifierDer,
      issuer: this.name,
      notBefore: days(-3650),
      notAfter,
      subject: subject.name,
      spkiDer: subject.key.publicKey.spkiDer,
      extensions,
    });
    return Certificate.parse(this.seal(tbs));
  }

  /** Its own certificate as a CA. */
  get root(): Certificate {
    return this.certify(this, { serial: 100, extensions: caExtensions });
  }

  list({ thisUpdate = days(-1), nextUpdate = days(1), extensions = [], revoked = [] }: CrlFacts = {}): CertificateList {
    const entries = revoked.map(({ serial, extensions: ofEntry = [] }) =>
      encodeRevokedCertificate({ serial: Uint8Array.of(serial), revokedAt: days(-2), extensions: ofEntry }),
    );
    const tbs = encodeTbsCertificateList({
      signatureAlgorithm: this.signer.signatureAlgorithm.identifierDer,
      issuer: this.name,
      thisUpdate,
      nextUpdate,
      entries: Buffer.concat(entries),
      extensions,
    });
    return CertificateList.parse(this.seal(tbs));
  }

  seal(tbs: Uint8Array): Uint8Array {
    return encodeSigned(tbs, this.signer.signatureAlgorithm.identifierDer, this.signer.sign(tbs));
  }
}
