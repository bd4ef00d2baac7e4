import type { Certificate } from "../x509/certificate.ts";
import type { Finding } from "./finding.ts";
import type { CertificateSource } from "./path/certificate-pool.ts";

/** What verification came to. */
export interface VerifyResult {
  /** No finding is an error. */
  readonly valid: boolean;
  /** The headline first; errors before warnings before notices. */
  readonly findings: readonly Finding[];
  /** The valid path, or else the most promising one; leaf first. */
  readonly path: readonly PathElement[];
  /** The other ways that were tried, and why each failed. */
  readonly tried: readonly TriedPath[];
  /** What was not looked at, and why. */
  readonly skipped: readonly string[];
}

export interface TriedPath {
  /** The subjects, leaf first. */
  readonly path: readonly string[];
  readonly rejected: string;
}

/** One certificate of a path. What a person reads of it is made when it is asked for. */
export class PathElement {
  readonly certificate: Certificate;
  readonly from: CertificateSource;

  constructor(certificate: Certificate, from: CertificateSource) {
    this.certificate = certificate;
    this.from = from;
  }

  get subject(): string {
    return this.certificate.subject.toString();
  }

  get issuer(): string {
    return this.certificate.issuer.toString();
  }

  get serial(): string {
    return this.certificate.serialHex;
  }

  get sha256(): string {
    return this.certificate.sha256;
  }

  toJSON(): Record<"subject" | "issuer" | "serial" | "sha256" | "from", string> {
    const { subject, issuer, serial, sha256, from } = this;
    return { subject, issuer, serial, sha256, from };
  }
}
