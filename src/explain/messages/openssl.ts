import { type MessageClass, type MessageRow, messageClasses, type Wording } from "./message-class.ts";
import { x509Errors } from "./x509-errors.ts";

/** Texts of other versions that differ in more than hyphens and case. In 1.1.1 "invalid CA certificate" was number 24. */
const olderTexts: Readonly<Record<number, readonly Wording[]>> = {
  9: ["certificate is not yet valid or the system clock is incorrect"],
  18: ["self signed certificate"],
  26: ["unsupported certificate purpose"],
  47: ["permitted subtree violation"],
  66: ["ee key too small"],
  67: ["ca key too small"],
  68: ["ca md too weak"],
  92: ["CA cert does not include key usage"],
};

/** What OpenSSL says before or beside verification: reasons of its error queue. */
const rows: readonly MessageRow[] = [
  ["openssl-verify-failed", "verification failed, for a reason that is not printed", ["certificate verify failed"], 0],
  ["openssl-evp-lib", "a signature could not be verified with the issuer's key", ["asn1 encoding routines::EVP lib"]],
  [
    "openssl-unreadable",
    "a certificate cannot be read",
    [
      ["asn1 encoding routines", "too long"],
      ["asn1 encoding routines", "nested asn1 error"],
      ["asn1 encoding routines", "utctime is too short"],
      ["X509 V3 routines", "invalid certificate"],
      "ASN1 lib",
    ],
  ],
  [
    "openssl-bad-signature",
    "the peer signed the handshake with another key than its certificate's",
    ["bad signature", "provider signature failure"],
  ],
  [
    "openssl-not-for-signing",
    "the certificate's key usage forbids to sign the handshake, or cannot be read",
    ["ecc cert not for signing"],
  ],
  [
    "openssl-wrong-version-number",
    "the first bytes of the answer were not TLS",
    ["wrong version number", "packet length too long", "SSL routines::unknown protocol", "record layer failure"],
  ],
  [
    "openssl-http-request",
    "plain HTTP came to a port that speaks TLS: the client must say https://",
    ["SSL routines::http request", "https proxy request"],
  ],
  [
    "openssl-unexpected-eof",
    "the peer closed the connection without a word",
    ["unexpected eof while reading", "EOF occurred in violation of protocol", "SSL routines::unexpected eof"],
  ],
  [
    "openssl-syscall",
    "the connection broke below TLS",
    ["SSL_ERROR_SYSCALL", "SSL_connect SYSCALL returned", "SysCallError"],
  ],
  [
    "openssl-zero-return",
    "the peer ended the TLS connection",
    ["SSL_ERROR_ZERO_RETURN", "TLS/SSL connection has been closed (EOF)"],
  ],
  [
    "openssl-unsupported-protocol",
    "the peer speaks only protocol versions that are switched off here",
    ["SSL routines::unsupported protocol", "UNSUPPORTED_PROTOCOL", "unsupported protocol", "no protocols available"],
  ],
  [
    "openssl-legacy-sigalg",
    "the handshake would be signed with SHA-1 or MD5, as TLS 1.0 and 1.1 do",
    ["legacy sigalg disallowed or unsupported"],
  ],
  [
    "openssl-small-dh-key",
    "the server's Diffie-Hellman group is too small",
    ["dh key too small", "bad dh p length", "dh parameter negotiate"],
  ],
  [
    "openssl-no-shared-cipher",
    "the server found no cipher suite that both sides allow",
    ["no shared cipher", "no ciphers available", "no cipher match"],
  ],
  [
    "openssl-no-shared-group",
    "both sides have no group for the key exchange in common",
    ["no suitable key share", "no suitable groups", "no shared group", "wrong curve"],
  ],
  [
    "openssl-no-signature-algorithm",
    "no signature algorithm fits both the peer and the key",
    ["no suitable signature algorithm", "no shared signature algorithms", "wrong signature type"],
  ],
  [
    "openssl-key-mismatch",
    "the private key does not belong to the certificate",
    [
      "key values mismatch",
      "KEY_VALUES_MISMATCH",
      "key type mismatch",
      "private key does not match the certificate public key",
      "private key does not match public key",
      "SSL_CTX_use_PrivateKey failed",
    ],
  ],
  [
    "openssl-no-client-certificate",
    "the client sent no certificate although the server wants one",
    [
      "peer did not return a certificate",
      "No required SSL certificate was sent",
      "client sent no required SSL certificate",
    ],
  ],
  [
    "openssl-unsafe-renegotiation",
    "the server only knows the old, unsafe renegotiation",
    ["unsafe legacy renegotiation disabled"],
  ],
];

/** X509_V_ERR numbers as classes `openssl-N`, and the reasons of the error queue. */
export const opensslMessages: readonly MessageClass[] = [
  ...messageClasses(
    x509Errors.map(([number, constant, text]) => [
      `openssl-${number}`,
      text,
      [text, ...constantWordings(constant), ...(olderTexts[number] ?? [])],
      number === 1 ? 0 : 1,
    ]),
  ),
  ...messageClasses(rows),
];

/** The bare constant is what Node prints; where it is a single word it would be found in every prose. */
function constantWordings(constant: string): string[] {
  return constant.includes("_") ? [constant, `X509_V_ERR_${constant}`] : [`X509_V_ERR_${constant}`];
}
