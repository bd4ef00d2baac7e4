/** Why there was no handshake: a fault of the catalogue where it can be told, and what happened, in words. */
export interface ConnectionFault {
  /** Undefined: none that has a name. */
  readonly fault: string | undefined;
  readonly detail: string;
}

/** The code of our own error when a handshake does not end. */
export const HANDSHAKE_TIMEOUT = "HANDSHAKE_TIMEOUT";

/** By the code of the error. */
const network: Readonly<Record<string, readonly [fault: string, detail: string]>> = {
  ENOTFOUND: ["dns-unknown", "there is no such host name"],
  EAI_AGAIN: ["dns-temporary", "the host name cannot be looked up now"],
  ECONNREFUSED: ["connection-refused", "nobody listens there"],
  ETIMEDOUT: ["connection-timeout", "nobody answers"],
  [HANDSHAKE_TIMEOUT]: ["hangs-on-hello", "it takes the connection and then says nothing"],
  EHOSTUNREACH: ["network-unreachable", "there is no way to that host"],
  ENETUNREACH: ["network-unreachable", "there is no way to that network"],
};

/** By the number of the alert that the server sent (RFC 8446 section 6). */
const alerts: Readonly<Record<number, readonly [fault: string, name: string]>> = {
  40: ["alert-handshake-failure", "handshake_failure"],
  70: ["alert-protocol-version", "protocol_version"],
  71: ["alert-insufficient-security", "insufficient_security"],
  80: ["alert-internal-error", "internal_error"],
  112: ["alert-unrecognized-name", "unrecognized_name"],
  116: ["client-certificate-missing", "certificate_required"],
  120: ["alert-no-application-protocol", "no_application_protocol"],
};

/** By what OpenSSL says of what the server sent. */
const reasons: readonly (readonly [words: RegExp, fault: string, detail: string])[] = [
  [/asn1 encoding routines/, "malformed-der", "it sends a certificate that cannot be read"],
  [
    /bad signature|provider signature failure|digest_verify_final/,
    "key-mismatch",
    "it signs with another key than the one in its certificate",
  ],
  [/wrong curve/, "weak-curve", "its key is on a curve that is too small or not known"],
];

/** What an error of a TLS connection means, that came before the handshake was done. */
export function connectionFault(error: unknown): ConnectionFault {
  const { code = "", message, syscall } = error as NodeJS.ErrnoException;
  const [fault, detail] = network[code] ?? [];
  if (detail !== undefined) return { fault, detail };
  const alert = /SSL alert number (\d+)/.exec(message)?.[1];
  if (alert !== undefined) return alertFault(Number(alert));
  const reason = reasons.find(([words]) => words.test(message));
  if (reason !== undefined) return { fault: reason[1], detail: reason[2] };
  if (code !== "ECONNRESET") return { fault: undefined, detail: inWords(error as OpenSslError) };
  return syscall === "read"
    ? { fault: "resets-on-hello", detail: "it resets the connection when TLS begins" }
    : { fault: "closes-on-hello", detail: "it closes the connection when TLS begins" };
}

/** An error of node:tls: for one of OpenSSL's queue the message is the whole line, and the reason its words. */
type OpenSslError = Error & { readonly reason?: string };

/** Certificates whose extensions cannot be read and those whose key usage forbids signing have the same words. */
function inWords({ reason, message }: OpenSslError): string {
  return reason === undefined ? message.trim() : `OpenSSL says "${reason}" of what it sends`;
}

function alertFault(number: number): ConnectionFault {
  const [fault, name] = alerts[number] ?? [];
  return { fault, detail: `it answers with the TLS alert ${number}${name === undefined ? "" : `, ${name}`}` };
}

/** True where what came back is no TLS at all. */
export function isNoTls(error: unknown): boolean {
  return /wrong version number|packet length too long|http request/i.test((error as Error).message);
}
