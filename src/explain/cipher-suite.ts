/** What the name of a suite says, part by part. */
export interface CipherSuiteParts {
  readonly name: string;
  readonly keyExchange: string;
  readonly authentication: string;
  readonly encryption: string;
  readonly hash: string;
  readonly verdict: string;
}

const keyExchanges: Readonly<Record<string, string>> = {
  ECDHE: "ECDHE: fresh keys on an elliptic curve, so that recordings stay closed (forward secrecy)",
  DHE: "DHE: fresh keys in a finite field, so that recordings stay closed (forward secrecy)",
  ECDH: "ECDH: a fixed key, no forward secrecy",
  RSA: "RSA: the client encrypts to the certificate's key, no forward secrecy",
  PSK: "PSK: a key that both have in advance",
};
const authentications: Readonly<Record<string, string>> = {
  ECDSA: "ECDSA: an EC certificate signs",
  RSA: "RSA: an RSA certificate signs",
  DSS: "DSS: a DSA certificate signs",
  PSK: "PSK: who has the key is trusted",
  ANON: "none: nobody proves anything",
};

/** Takes the name of a suite apart, IANA's or OpenSSL's; undefined when it is none. */
export function cipherSuiteParts(name: string): CipherSuiteParts | undefined {
  const words = name
    .toUpperCase()
    .replace(/^(TLS|SSL)_/, "")
    .split(/[-_]/)
    .filter((word) => word !== "WITH");
  const cipherAt = words.findIndex((word) =>
    /^(AES\d*|CHACHA20|CAMELLIA\d*|ARIA\d*|RC4|DES|3DES|NULL|SEED|IDEA)$/.test(word),
  );
  if (cipherAt < 0) return undefined;
  const [exchange, signer] = words
    .slice(0, cipherAt)
    .map((word) => (word === "ADH" || word === "AECDH" ? "ANON" : word));
  const hash = words.at(-1) ?? "";
  const hasHash = /^(SHA\d*|MD5)$/.test(hash);
  const cipher = words.slice(cipherAt, hasHash ? -1 : undefined).join("-");
  const isTls13 = exchange === undefined && name.toUpperCase().startsWith("TLS_");
  return {
    name,
    keyExchange: isTls13
      ? "TLS 1.3 agrees on the group by itself; always with forward secrecy"
      : (keyExchanges[exchange ?? "RSA"] ?? `${exchange}`),
    authentication: isTls13
      ? "TLS 1.3 agrees on the signature by itself"
      : (authentications[signer ?? exchange ?? "RSA"] ?? `${signer}`),
    encryption: cipher,
    hash: hasHash ? hash : "none by name",
    verdict: verdictOf(cipher, exchange, isTls13),
  };
}

function verdictOf(cipher: string, exchange: string | undefined, isTls13: boolean): string {
  if (/RC4|DES|NULL|SEED|IDEA|EXPORT/.test(cipher)) return "bad: do not use it";
  if (exchange === "ANON") return "bad: anybody can stand in the middle";
  if (!isTls13 && !/^(ECDHE|DHE)$/.test(exchange ?? "")) return "weak: no forward secrecy";
  return /GCM|POLY1305|CCM/.test(cipher) ? "good" : "old: CBC, attacked in the past; prefer GCM or ChaCha20-Poly1305";
}
