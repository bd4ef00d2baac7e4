import type { Client } from "../../src/faults/client.ts";

const ownCertificate = [
  "client-unknown-ca",
  "client-expired",
  "client-wrong-eku",
  "client-revoked",
  "client-missing-intermediate",
] as const;

const byCrl = [
  "revoked-crl",
  "revoked-intermediate",
  "crl-expired",
  "crl-not-yet-valid",
  "crl-missing",
  "crl-bad-signature",
  "crl-wrong-issuer",
  "crl-wrong-scope",
  "crl-signer-no-crlsign",
  "crl-unknown-critical",
] as const;

/** What cannot be seen here of clients that are measured, and why. What their rows say of it is taken from elsewhere. */
const rows: readonly (readonly [client: Client, faults: readonly string[], reason: string])[] = [
  ["openssl", ["connection-timeout", "hangs-on-hello"], "s_client waits without a word, for as long as the server"],
  ["gnutls", ["connection-timeout", "hangs-on-hello"], "gnutls-cli waits without a word, for as long as the server"],
  ["git", ["connection-timeout", "hangs-on-hello"], "git waits without a word, for as long as the server"],
  ["npm", ["connection-timeout", "hangs-on-hello"], "npm gives up after minutes only"],
  ["chromium", ["connection-timeout", "hangs-on-hello"], "Chromium gives up after minutes only"],
  ["firefox", ["connection-timeout", "hangs-on-hello", "starttls-needed"], "Firefox gives up after minutes only"],
  ["gnutls", byCrl, "gnutls-cli loads only CRLs that a root has signed itself"],
  ["chromium", ownCertificate, "which certificate Chromium shows is set by a policy for the whole machine"],
  ["firefox", ownCertificate, "Firefox shows a certificate of its own choice"],
  [
    "python-3.13",
    ["same-name-issuer-other-key"],
    "the lab's certificates lack identifiers, which these flags mind first",
  ],
  ["perl", ["client-certificate-missing"], "the stream just ends, and no error is set"],
  ["chromium", ["trust-only-intermediate"], "it goes by the trust flag in the NSS database: C accepts, P does not"],
];

/** Why a client is not asked about a fault. */
export function reasonNotMeasured(client: Client, fault: string): string | undefined {
  return rows.find(([name, faults]) => name === client && faults.includes(fault))?.[2];
}
