import { type MessageClass, messageClasses } from "./message-class.ts";

/** One alert: number, name of RFC 8446, what it says, what Go calls it. */
export type AlertRow = readonly [number: number, name: string, means: string, go?: string];

/**
 * Every TLS alert, old ones included.
 * @see RFC 8446 section 6, RFC 5246 section 7.2, RFC 6066 section 9, RFC 7301, RFC 4279
 */
export const alerts: readonly AlertRow[] = [
  [0, "close_notify", "the peer ends the connection as it should", "close notify"],
  [10, "unexpected_message", "a message came that does not belong there", "unexpected message"],
  [20, "bad_record_mac", "a record was changed on its way, or the keys differ", "bad record MAC"],
  [21, "decryption_failed", "a record could not be decrypted", "decryption failed"],
  [22, "record_overflow", "a record is longer than allowed", "record overflow"],
  [30, "decompression_failure", "a record could not be decompressed", "decompression failure"],
  [40, "handshake_failure", "the peer found no parameters that both sides allow", "handshake failure"],
  [41, "no_certificate", "SSL 3.0: there is no certificate to send"],
  [42, "bad_certificate", "the peer found a certificate broken or unverifiable", "bad certificate"],
  [43, "unsupported_certificate", "the peer cannot use this kind of certificate", "unsupported certificate"],
  [44, "certificate_revoked", "the peer holds the certificate for revoked", "revoked certificate"],
  [45, "certificate_expired", "the peer holds the certificate for expired or not yet valid", "expired certificate"],
  [46, "certificate_unknown", "the peer refuses the certificate for another reason", "unknown certificate"],
  [47, "illegal_parameter", "a field of the handshake is out of range or inconsistent", "illegal parameter"],
  [48, "unknown_ca", "the peer does not know the CA of the certificate", "unknown certificate authority"],
  [49, "access_denied", "the certificate is valid, and its holder is not let in", "access denied"],
  [50, "decode_error", "a message could not be read", "error decoding message"],
  [51, "decrypt_error", "a signature or the Finished message of the handshake is wrong", "error decrypting message"],
  [60, "export_restriction", "export ciphers of the last century", "export restriction"],
  [70, "protocol_version", "the peer knows no TLS version that was offered", "protocol version not supported"],
  [71, "insufficient_security", "the peer wants stronger ciphers than were offered", "insufficient security level"],
  [80, "internal_error", "the peer failed for reasons of its own", "internal error"],
  [
    86,
    "inappropriate_fallback",
    "a retry with an older version although both sides know a newer one",
    "inappropriate fallback",
  ],
  [90, "user_canceled", "somebody cancelled", "user canceled"],
  [100, "no_renegotiation", "the peer does not renegotiate", "no renegotiation"],
  [109, "missing_extension", "an extension that the handshake needs is missing", "missing extension"],
  [110, "unsupported_extension", "an extension came that was not asked for", "unsupported extension"],
  [111, "certificate_unobtainable", "a client certificate could not be fetched by URL", "certificate unobtainable"],
  [112, "unrecognized_name", "the server has no site of the name that was asked for (SNI)", "unrecognized name"],
  [113, "bad_certificate_status_response", "a stapled OCSP response cannot be used", "bad certificate status response"],
  [114, "bad_certificate_hash_value", "a fetched client certificate is another one", "bad certificate hash value"],
  [115, "unknown_psk_identity", "the pre-shared key is not known", "unknown PSK identity"],
  [116, "certificate_required", "the server wants a client certificate and got none", "certificate required"],
  [120, "no_application_protocol", "no protocol of the ALPN list fits both sides", "no application protocol"],
  [121, "ech_required", "the server wants an encrypted ClientHello", "encrypted client hello required"],
];

/** Names in NSS that are not `SSL_ERROR_<NAME>_ALERT`. */
const inNss: Readonly<Record<number, readonly string[]>> = {
  42: ["SSL_ERROR_BAD_CERT_ALERT"],
  43: ["SSL_ERROR_UNSUPPORTED_CERT_ALERT"],
  44: ["SSL_ERROR_REVOKED_CERT_ALERT"],
  45: ["SSL_ERROR_EXPIRED_CERT_ALERT"],
  46: ["SSL_ERROR_CERTIFICATE_UNKNOWN_ALERT"],
  116: ["SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT"],
  120: ["SSL_ERROR_NEXT_PROTOCOL_NO_PROTOCOL"],
};

/** What NSS calls an alert. */
export function nssAlertName(number: number, name: string): readonly string[] {
  return inNss[number] ?? [`SSL_ERROR_${name.toUpperCase()}_ALERT`];
}

/** What GnuTLS calls them, which programs over it print alone. @see gnutls_alert_get_name */
const inGnutls: Readonly<Record<number, string>> = {
  40: "Handshake failed",
  42: "Certificate is bad",
  43: "Certificate is not supported",
  44: "Certificate was revoked",
  45: "Certificate is expired",
  46: "Unknown certificate",
  47: "Illegal parameter",
  48: "CA is unknown",
  49: "Access was denied",
  50: "Decode error",
  51: "Decrypt error",
  70: "Error in protocol version",
  71: "Insufficient security",
  80: "Internal error",
  86: "Inappropriate fallback",
  112: "The server name sent was not recognized",
  116: "Certificate is required",
  120: "No supported application protocol could be negotiated",
};

/** What GnuTLS calls an alert. */
export function gnutlsAlertName(number: number): string | undefined {
  return inGnutls[number];
}

/** What NSS alone calls the alerts. */
export const nssAlertNames: readonly string[] = alerts.flatMap(([number, name]) => nssAlertName(number, name));

/** The alert of each number as the class `alert-N`: the number, the name, and how OpenSSL, GnuTLS, Java, Go, NSS and rustls write it. */
export const alertMessages: readonly MessageClass[] = messageClasses(
  alerts.map(([number, name, means, go]) => [
    `alert-${number}`,
    `alert ${number}, ${name}: ${means}`,
    [
      ...["tlsv1", "tlsv13", "sslv3", "ssl/tls"].flatMap((version) => [
        `${version} alert ${name.replaceAll("_", " ")}`,
        `${version} ${name}`,
      ]),
      `SSL alert number ${number}`,
      `received alert [${number}]`,
      `alert ${number}`,
      `fatal alert: ${name}`,
      `fatal alert: ${name.replaceAll("_", "")}`,
      `fatal ${name}`,
      ...nssAlertName(number, name),
      ...(inGnutls[number] === undefined ? [] : [`gnutls_handshake() failed: ${inGnutls[number]}`]),
      ...(go === undefined ? [] : [`remote error: tls: ${go}`]),
      ...(number === 40 ? ["unable to negotiate an acceptable set of security parameters"] : []),
      ...(number === 90 ? ["tlsv1 alert user cancelled"] : []),
    ],
  ]),
);
