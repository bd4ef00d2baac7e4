import { isPkiError, type PkiError } from "../errors/pki-error.ts";
import { Certificate } from "../x509/certificate.ts";
import type { CertificateInput } from "./verify-options.ts";

/**
 * A certificate as far as path building needs it: the outer structure, both names and the list of extensions are read. The error, when
 * one of these cannot be.
 */
export function readCertificate(input: CertificateInput): Certificate | PkiError {
  try {
    const certificate = input instanceof Certificate ? input : Certificate.parse(input);
    void [certificate.issuer, certificate.subject, certificate.extensions];
    return certificate;
  } catch (error) {
    if (isPkiError(error)) return error;
    throw error;
  }
}
