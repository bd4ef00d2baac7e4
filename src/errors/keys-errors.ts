import type { ErrorEntry } from "./entry.ts";

export const keysErrors = {
  ERR_KEY_TYPE_UNKNOWN: {
    title: '"{type}" is not a key type',
    hint: "choose one of {known}",
    exit: 2,
    http: 400,
  },
  ERR_SIGNATURE_ALGORITHM_UNKNOWN: {
    title: '"{id}" is not a signature algorithm',
    hint: "choose one of {known}",
    exit: 2,
    http: 400,
  },
  ERR_KEY_MALFORMED: {
    title: "the {what} cannot be read: {detail}",
    hint: "check that the file is whole, and write it again from its source; `openssl pkey -in FILE -check` may say more",
    exit: 2,
    http: 400,
  },
  ERR_KEY_UNSUPPORTED: {
    title: "{key} keys are not supported",
    hint: "use one of {known}",
    exit: 2,
    http: 400,
  },
  ERR_KEY_NO_JWK: {
    title: "a {key} key has no JWK form",
    hint: "export it as PEM instead (RFC 7518 knows RSA and the NIST curves, RFC 8037 Ed25519 and Ed448)",
    exit: 2,
    http: 400,
  },
  ERR_KEY_NOT_FOUND: {
    title: "this file holds no private key that can be read here, only {found}",
    hint: "give the file that begins with `-----BEGIN PRIVATE KEY-----`; `ssh-keygen -p -m PKCS8 -f FILE` rewrites an OpenSSH key as such",
    exit: 2,
    http: 400,
  },
  ERR_KEY_MISMATCH: {
    title: "the private key does not belong to {file}: that needs key {expected}, this is {found}",
    hint: "give the key that was made with it, or have a new certificate issued for this key",
    exit: 2,
    http: 400,
  },
  ERR_SIGNATURE_ALGORITHM_MISMATCH: {
    title: "a {key} key cannot sign with {algorithm}",
    hint: "it can sign with: {known}",
    exit: 2,
    http: 400,
  },
  ERR_PASSPHRASE_MISSING: {
    title: "the {what} is encrypted, and no passphrase was given",
    hint: "give it with --passphrase-file FILE; on a terminal it is asked for",
    exit: 2,
    http: 400,
  },
  ERR_PASSPHRASE_SOURCE: {
    title: "no passphrase from {source}: {reason}",
    hint: "put the passphrase alone on the first line of a file that only you can read (`chmod 600`), and give that file",
    exit: 2,
    http: 400,
  },
  ERR_PASSPHRASE_WRONG: {
    title: "the passphrase is wrong",
    hint: "check it for a different keyboard layout, a trailing space or a missing line; a file that was damaged looks the same",
    exit: 2,
    http: 400,
  },
  ERR_ENCRYPTION_UNSUPPORTED: {
    title: "it is encrypted with {algorithm}, which is not supported",
    hint: "encrypt it anew with `openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW`",
    exit: 2,
    http: 400,
  },
  ERR_KDF_COST: {
    title: "opening it would take {cost} {unit}, and the limit is {limit}",
    hint: "such a file can be meant to stall whoever opens it; if you trust it, encrypt it anew at a common cost with `openssl pkcs8 -topk8`",
    exit: 2,
    http: 400,
  },
  ERR_PKCS12_MALFORMED: {
    title: "the PKCS#12 file cannot be read: {detail}",
    hint: "check that it is a .p12 or .pfx file and whole; `openssl pkcs12 -info -in FILE` may say more",
    exit: 2,
    http: 400,
  },
  ERR_MESSAGE_TOO_LARGE: {
    title: "{size} bytes are more than the {limit} that {algorithm} can be given: it takes a message as a whole",
    hint: "split the list into shards, or give the CA an ECDSA or RSA key, which sign a list of any size",
    exit: 3,
    http: 500,
  },
} as const;
keysErrors satisfies Record<string, ErrorEntry>;
