import type { Client } from "../faults/client.ts";
import { alerts, gnutlsAlertName, nssAlertName } from "./messages/alerts.ts";

/** How a client writes that it received the alert of this number. */
export function alertText(number: number, client: Client): string {
  const [, name = "", , go = name] = alerts.find(([one]) => one === number) ?? [];
  switch (client) {
    case "go":
      return `remote error: tls: ${go}`;
    case "java":
      return `Received fatal alert: ${name}`;
    case "gnutls":
    case "wget":
      return `Received alert [${number}]`;
    case "git":
      return `gnutls_handshake() failed: ${gnutlsAlertName(number) ?? name}`;
    case "firefox":
      return nssAlertName(number, name)[0] ?? name;
    case "rustls":
      return `received fatal alert: ${name.replaceAll("_", "")}`;
    default:
      return opensslText(number, name.replaceAll("_", " ").replace("canceled", "cancelled"));
  }
}

/** Each reason of OpenSSL's error queue begins with the version that brought the alert. @see openssl/sslerr.h of 3.0 */
function opensslText(number: number, words: string): string {
  if (ofSsl3.has(number)) return `sslv3 alert ${words}`;
  if (ofTls13.has(number)) return `tlsv13 alert ${words}`;
  return `tlsv1 ${ofExtensions.has(number) ? "" : "alert "}${words}`;
}

const ofSsl3: ReadonlySet<number> = new Set([10, 20, 30, 40, 41, 42, 43, 44, 45, 46, 47]);
const ofExtensions: ReadonlySet<number> = new Set([110, 111, 112, 113, 114]);
const ofTls13: ReadonlySet<number> = new Set([109, 116]);
