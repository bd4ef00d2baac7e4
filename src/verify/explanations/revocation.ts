import type { ExplanationRow } from "./explanation.ts";

const newCrl = "publish a new CRL on schedule and after each revocation";
const takeCrl = "fetch the CRL again from the certificate's crlDistributionPoints";
const takeResponse = "ask the responder again";

/** What CRLs and OCSP responses say, and why they cannot be used. */
export const revocationExplanations = {
  "revoked-crl": [
    "The CA has withdrawn the certificate.",
    { server: "take a new certificate with a new key; ask the CA why it was revoked" },
    23,
  ],
  "revoked-ocsp": [
    "The CA's responder says that the certificate is withdrawn.",
    { server: "take a new certificate with a new key; ask the CA why it was revoked" },
    23,
  ],
  "revoked-intermediate": [
    "A CA of the chain is withdrawn, and with it all that it signed.",
    { server: "take a certificate and chain from the CA's successor", ca: "issue anew from another CA" },
    23,
  ],
  "crl-bad-signature": [
    "The CRL is not signed by the key of its issuer, so anybody may have written it.",
    { ca: newCrl as string, client: takeCrl as string },
    8,
  ],
  "crl-wrong-issuer": [
    "The CRL comes from someone who may not speak for this CA.",
    {
      ca: "sign the CRL with the key that signed the certificate, or name the signer in cRLIssuer",
      client: takeCrl as string,
    },
    33,
  ],
  "crl-signer-no-crlsign": [
    "The key usage of the CRL's signer does not allow it to sign CRLs.",
    { ca: "issue the CA certificate again with cRLSign in keyUsage" },
    35,
  ],
  "crl-unknown-critical": [
    "The CRL has a critical extension that nobody here knows, so its meaning is not sure.",
    { ca: "leave the extension out, or mark it not critical" },
    36,
  ],
  "crl-wrong-scope": [
    "The CRL is for other certificates: its issuingDistributionPoint does not fit this one.",
    { ca: "make issuingDistributionPoint and the certificate's crlDistributionPoints agree" },
    44,
  ],
  "crl-expired": [
    "The CRL's nextUpdate has passed; what was revoked since is not on it.",
    { ca: newCrl as string, client: takeCrl as string },
    12,
  ],
  "crl-not-yet-valid": [
    "The CRL's thisUpdate lies ahead: a clock is wrong, here or at the CA.",
    { client: "check the clock", ca: "check the clock of the machine that signs CRLs" },
    11,
  ],
  "ocsp-bad-signature": [
    "The OCSP response is not signed by its responder.",
    {
      client: takeResponse as string,
      ca: "check the responder's key",
    },
  ],
  "ocsp-unauthorized-responder": [
    "The response is signed by someone whom the CA has not made its responder.",
    { ca: "sign with the CA's key, or with a certificate that the CA issued with OCSPSigning" },
  ],
  "ocsp-nonce-mismatch": [
    "The response answers another request; it may be an old one played again.",
    {
      client: takeResponse as string,
    },
  ],
  "ocsp-expired": [
    "The OCSP response speaks of another time.",
    {
      client: takeResponse as string,
      ca: "let the responder sign fresh responses",
    },
  ],
  "ocsp-try-later": [
    "The responder does not answer.",
    {
      client: takeResponse as string,
      ca: "look at the responder",
    },
  ],
  "ocsp-unknown": [
    "The responder does not know this certificate.",
    {
      ca: "give the responder the CA's list of what it issued",
      client: "ask the responder that the certificate names",
    },
  ],
  "crl-missing": [
    "Revocation must be checked, and nothing that was given speaks of this certificate.",
    { client: "give the CRL of its issuer", ca: newCrl as string },
    3,
  ],
  "must-staple-no-staple": [
    "The certificate promises a stapled OCSP response, and none came. Firefox and GnuTLS then refuse.",
    { server: "switch on OCSP stapling", ca: "leave tlsFeature out for servers that cannot staple" },
  ],
  "crl-no-number": [
    "Without a number nobody can tell which of two CRLs is the newer one.",
    {
      ca: "number the CRLs, each higher than the one before",
    },
  ],
  "crl-number-critical": [
    "A critical cRLNumber is refused by clients that do not look at it.",
    {
      ca: "mark cRLNumber not critical",
    },
  ],
} as const;
revocationExplanations satisfies Record<string, ExplanationRow>;
