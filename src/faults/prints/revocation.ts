import { acceptedBy, type Prints, viaOpenSsl } from "./prints.ts";

/** What reads no CRL unless its program is written to, or at all. wget reads them, and minds only what they revoke. */
const withoutCrls: Prints = acceptedBy("requests", "pip", "npm", "php", "go", "wget", "git", "chromium", "firefox");

/** What does not look at stapled OCSP responses unless its program is written to. */
const withoutOcsp: Prints = acceptedBy(
  ...(["openssl", "python", "python-3.13", "requests", "pip", "node", "npm", "ruby", "php", "perl", "go"] as const),
);

const unmeasured: Prints = {
  rustls: ["rustls-revocation-unknown"],
  dotnet: ["dotnet-revocation-unknown"],
  schannel: ["windows-revocation-offline"],
  apple: ["apple-revocation-unknown"],
};

/** The CA has withdrawn the certificate. */
const withdrawn: Prints = {
  java: ["java-revoked"],
  rustls: ["rustls-revoked"],
  dotnet: ["dotnet-revoked"],
  schannel: ["windows-revoked"],
  apple: ["apple-revoked"],
  server: ["alert-44"],
};

/** A CRL says so. */
export const revokedByCrl: Prints = {
  ...withdrawn,
  ...viaOpenSsl("openssl-23"),
  ...withoutCrls,
  gnutls: ["gnutls-revoked"],
  wget: ["wget-revoked"],
};

/** A stapled OCSP response says so. */
export const revokedByOcsp: Prints = {
  ...withdrawn,
  ...withoutOcsp,
  curl: ["curl-ocsp-revoked"],
  perl: ["perl-ocsp-revoked"],
  gnutls: ["gnutls-revoked"],
  wget: ["wget-revoked"],
  git: ["git-verification-failed"],
  chromium: ["chromium-revoked"],
  firefox: ["nss-revoked"],
};

/** Whether the certificate is revoked cannot be learnt from the CRL at hand. */
export function unusableCrl(number: number): Prints {
  return { ...unmeasured, ...viaOpenSsl(`openssl-${number}`), ...withoutCrls, java: ["java-revocation-unknown"] };
}

/** Whether the certificate is revoked cannot be learnt from the OCSP response at hand: what curl and Firefox say about it. */
export function unusableOcsp(curl: readonly string[], firefox: string): Prints {
  return {
    ...unmeasured,
    ...withoutOcsp,
    ...acceptedBy("gnutls", "wget", "git", "chromium"),
    curl,
    firefox: [firefox],
  };
}

/** GnuTLS looks at what is stapled. */
export function refusedByGnutls(message: string): Prints {
  return { gnutls: [message], wget: ["wget-not-trusted"], git: ["git-verification-failed"] };
}
