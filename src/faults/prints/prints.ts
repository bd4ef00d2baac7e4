import type { Client } from "../client.ts";

/** What a client does about a fault: accepts it, or prints messages of these classes (the tables are in `explain/messages/`). */
export type Print = "accepts" | readonly string[];

/** By client. What is not there is not known. */
export type Prints = Readonly<Partial<Record<Client, Print>>>;

/** Which programs verify by which library. */
const libraries: Readonly<Record<Library, readonly Client[]>> = {
  openssl: ["openssl", "curl", "python", "requests", "pip", "ruby", "php", "perl"],
  "python-3.13": ["python-3.13"],
  node: ["node", "npm"],
  go: ["go"],
  java: ["java"],
  gnutls: ["gnutls", "wget", "git"],
  chromium: ["chromium"],
  firefox: ["firefox"],
  rustls: ["rustls"],
};

type Library = "openssl" | "python-3.13" | "node" | "go" | "java" | "gnutls" | "chromium" | "firefox" | "rustls";

const verifyFailed = ["openssl-verify-failed"];

/** The same for every program over OpenSSL. */
export function forOpenSsl(...messages: readonly string[]): Prints {
  return Object.fromEntries(
    libraries.openssl.concat(libraries["python-3.13"], libraries.node).map((client) => [client, messages]),
  );
}

/**
 * What the programs over OpenSSL print when verification fails. PHP and Perl keep the reason to themselves. pip reads a trust list of its
 * own, so that for private CAs it stops at number 20, whatever else is wrong.
 */
export function viaOpenSsl(...reasons: readonly string[]): Prints {
  return {
    ...forOpenSsl(...reasons),
    pip: reasons.includes("openssl-20") ? reasons : [...reasons, "openssl-20"],
    php: verifyFailed,
    perl: verifyFailed,
  };
}

/** What the programs over GnuTLS print; git keeps the reason to itself. */
export function viaGnutls(reason: string, wget = "wget-not-trusted"): Prints {
  return { gnutls: [reason], wget: [wget], git: ["git-verification-failed"] };
}

/** What everyone prints for an alert of the server. */
export function viaAlert(number: number): Prints {
  const alert = [`alert-${number}`];
  return {
    ...forOpenSsl(...alert),
    go: alert,
    java: alert,
    gnutls: alert,
    wget: alert,
    git: [...alert, "gnutls-alert"],
    firefox: alert,
    rustls: alert,
    server: alert,
  };
}

/** What a client prints when it may be the one or the other. */
export function eitherOf(...causes: readonly Prints[]): Prints {
  const names = new Set(causes.flatMap((prints) => Object.keys(prints) as Client[]));
  const messages = (client: Client) => causes.flatMap((prints) => prints[client] ?? []);
  return Object.fromEntries([...names].map((client) => [client, messages(client)]));
}

/** Every program over these libraries accepts it. */
export function accepts(...names: readonly Library[]): Prints {
  return acceptedBy(...names.flatMap((name) => libraries[name]));
}

/** These programs accept it. */
export function acceptedBy(...names: readonly Client[]): Prints {
  return Object.fromEntries(names.map((client) => [client, "accepts"]));
}

/** Every client that was tried accepts it. */
export const acceptedByAll: Prints = accepts(
  ...(["openssl", "python-3.13", "node", "go", "java", "gnutls", "chromium", "firefox", "rustls"] as const),
);
