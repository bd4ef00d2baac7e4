import { type Explanation, explanation } from "./explanation.ts";

const newCrl = "publish a new CRL on schedule and after each revocation";
const takeCrl = "fetch the CRL again from the certificate's crlDistributionPoints";
const takeResponse = "ask the responder again";

/** What CRLs and OCSP responses say, and why they cannot be used. */
export const revocationExplanations = {
  "revoked-crl": explanation(
    "The CA has withdrawn the certificate.",
    { server: "take a new certificate with a new key; ask the CA why it was revoked" },
    23,
  ),
  "revoked-ocsp": explanation(
    "The CA's responder says that the certificate is withdrawn.",
    { server: "take a new certificate with a new key; ask the CA why it was revoked" },
    23,
  ),
  "revoked-intermediate": explanation(
    "A CA of the chain is withdrawn, and with it all that it signed.",
    { server: "take a certificate and chain from the CA's successor", ca: "issue anew from another CA" },
    23,
  ),
  "crl-bad-signature": explanation(
    "The CRL is not signed by the key of its issuer, so anybody may have written it.",
    { ca: newCrl, client: takeCrl },
    8,
  ),
  "crl-wrong-issuer": explanation(
    "The CRL comes from someone who may not speak for this CA.",
    { ca: "sign the CRL with the key that signed the certificate, or name the signer in cRLIssuer", client: takeCrl },
    33,
  ),
  "crl-signer-no-crlsign": explanation(
    "The key usage of the CRL's signer does not allow it to sign CRLs.",
    { ca: "issue the CA certificate again with cRLSign in keyUsage" },
    35,
  ),
  "crl-unknown-critical": explanation(
    "The CRL has a critical extension that nobody here knows, so its meaning is not sure.",
    { ca: "leave the extension out, or mark it not critical" },
    36,
  ),
  "crl-wrong-scope": explanation(
    "The CRL is for other certificates: its issuingDistributionPoint does not fit this one.",
    { ca: "make issuingDistributionPoint and the certificate's crlDistributionPoints agree" },
    44,
  ),
  "crl-expired": explanation(
    "The CRL's nextUpdate has passed; what was revoked since is not on it.",
    { ca: newCrl, client: takeCrl },
    12,
  ),
  "crl-not-yet-valid": explanation(
    "The CRL's thisUpdate lies ahead: a clock is wrong, here or at the CA.",
    { client: "check the clock", ca: "check the clock of the machine that signs CRLs" },
    11,
  ),
  "ocsp-bad-signature": explanation("The OCSP response is not signed by its responder.", {
    client: takeResponse,
    ca: "check the responder's key",
  }),
  "ocsp-unauthorized-responder": explanation(
    "The response is signed by someone whom the CA has not made its responder.",
    { ca: "sign with the CA's key, or with a certificate that the CA issued with OCSPSigning" },
  ),
  "ocsp-nonce-mismatch": explanation("The response answers another request; it may be an old one played again.", {
    client: takeResponse,
  }),
  "ocsp-expired": explanation("The OCSP response speaks of another time.", {
    client: takeResponse,
    ca: "let the responder sign fresh responses",
  }),
  "ocsp-try-later": explanation("The responder does not answer.", {
    client: takeResponse,
    ca: "look at the responder",
  }),
  "ocsp-unknown": explanation("The responder does not know this certificate.", {
    ca: "give the responder the CA's list of what it issued",
    client: "ask the responder that the certificate names",
  }),
  "crl-missing": explanation(
    "Revocation must be checked, and nothing that was given speaks of this certificate.",
    { client: "give the CRL of its issuer", ca: newCrl },
    3,
  ),
  "must-staple-no-staple": explanation(
    "The certificate promises a stapled OCSP response, and none came. Firefox and GnuTLS then refuse.",
    { server: "switch on OCSP stapling", ca: "leave tlsFeature out for servers that cannot staple" },
  ),
  "crl-no-number": explanation("Without a number nobody can tell which of two CRLs is the newer one.", {
    ca: "number the CRLs, each higher than the one before",
  }),
  "crl-number-critical": explanation("A critical cRLNumber is refused by clients that do not look at it.", {
    ca: "mark cRLNumber not critical",
  }),
} as const;
revocationExplanations satisfies Record<string, Explanation>;
