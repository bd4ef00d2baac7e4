import type { Fault } from "../faults/fault.ts";

/** How much likelier a fault is that fits what a text shows besides its messages, and how much less one that does not. */
const FITS = 10;
const DOES_NOT_FIT = 0.05;

/** OpenSSL's tools say which certificate they mind: 0 is the server's own. Bounded repetitions: the time stays linear. */
const depths: readonly RegExp[] = [
  /depth=(\d{1,2}) [^\n]{0,500}\n\s{0,9}verify error:num=/,
  /at (\d{1,2}) depth lookup/,
];

/** How many certificates came: GnuTLS counts them, OpenSSL lists them. */
const GNUTLS_COUNT = /Got a certificate list of (\d{1,3}) certificate/;
const OPENSSL_LIST = /^ {0,3}\d{1,3} s:/gm;

/** Where TLS begins only after STARTTLS: FTP, SMTP, POP3, IMAP, LDAP, submission, MySQL, XMPP, PostgreSQL. */
const starttlsPorts: ReadonlySet<string> = new Set(["21", "25", "110", "143", "389", "587", "3306", "5222", "5432"]);

/** Where in the chain a fault lies that prints the same elsewhere: 0 the server's certificate, 1 an intermediate, 2 the root. */
const placeOf: Readonly<Record<string, number>> = {
  "expired-leaf": 0,
  "expired-intermediate": 1,
  "expired-root": 2,
  "not-yet-valid-leaf": 0,
  "not-yet-valid-intermediate": 1,
  "bad-signature-leaf": 0,
  "same-name-issuer-other-key": 0,
  "bad-signature-intermediate": 1,
  "wrong-eku": 0,
  "leaf-eku-any": 0,
  "int-eku-client-only": 1,
  "revoked-crl": 0,
  "revoked-intermediate": 1,
  "missing-intermediate": 0,
  "aki-mismatch": 0,
  "untrusted-root-not-sent": 1,
};

/** Lets the certificate that is meant, the number of those that came, and the port decide between faults that print the same. */
export function circumstanceBoost(text: string, port: string | undefined): (fault: Fault) => number {
  const depth = depthIn(text);
  const sent = sentIn(text);
  return ({ id }) => {
    const place = placeOf[id];
    const byDepth = depth === undefined || place === undefined ? 1 : factor(place === Math.min(depth, 2));
    const bySent = sent === undefined || id !== "missing-intermediate" ? 1 : factor(sent === 1);
    const byPort = port !== undefined && id === "starttls-needed" && starttlsPorts.has(port) ? FITS : 1;
    return byDepth * bySent * byPort;
  };
}

function factor(fits: boolean): number {
  return fits ? FITS : DOES_NOT_FIT;
}

function depthIn(text: string): number | undefined {
  const depth = depths.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
  return depth === undefined ? undefined : Number(depth);
}

function sentIn(text: string): number | undefined {
  const counted = GNUTLS_COUNT.exec(text)?.[1];
  if (counted !== undefined) return Number(counted);
  return text.match(OPENSSL_LIST)?.length;
}
