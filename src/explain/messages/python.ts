import { type MessageClass, messageClasses } from "./message-class.ts";

/** What Python's ssl module and the libraries over it say themselves. */
export const pythonMessages: readonly MessageClass[] = messageClasses([
  [
    "python-name-mismatch",
    "the certificate is for other names (before 3.7, and urllib3)",
    [
      "doesn't match either of",
      "CertificateError: hostname",
      "no appropriate commonName or subjectAltName fields were found",
    ],
  ],
  [
    "python-ca-file",
    "the file of trusted roots is not there",
    ["Could not find a suitable TLS CA certificate bundle", "NO_CERTIFICATE_OR_CRL_FOUND"],
  ],
]);
