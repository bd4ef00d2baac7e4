import { issuableKeyTypes } from "../keys/algorithms.ts";
import type { Argument, Option } from "./command.ts";

// What several commands of the CA take, under the name that it has there.

export const certificate = { text: "a serial number, or the file of the certificate" } as const;
certificate satisfies Argument;

export const key = {
  text: "the type of the private key",
  value: "type",
  choices: issuableKeyTypes,
  default: "ecdsa-p256",
} as const;
key satisfies Option;

export const profile = {
  text: "a built-in profile, or the path of a YAML template",
  value: "profile",
  default: "tls-server",
} as const;
profile satisfies Option;

export const days = {
  text: "whole days of validity; the profile's default unless told",
  value: "number",
  integer: true,
} as const;
days satisfies Option;

export const ca = {
  text: "which CA signs; the only one at the bottom of the hierarchy unless told",
  value: "name",
} as const;
ca satisfies Option;

export const out = {
  text: "the folder for the files; one named after the certificate unless told",
  value: "dir",
} as const;
out satisfies Option;

export const overwrite = { text: "replace files that are there" } as const;
overwrite satisfies Option;

export const format = {
  text: "which files to write; pem unless told",
  value: "format",
  many: true,
  choices: [
    "pem",
    "fullchain",
    "chain",
    "bundle",
    "pkcs7",
    "pkcs12",
    "pkcs12-legacy",
    "kubernetes",
    "docker",
    "nginx",
    "apache",
    "haproxy",
    "node",
    "go",
    "java",
  ],
} as const;
format satisfies Option;

export const p12PassphraseFile = {
  text: "the first line of this file protects the PKCS#12 file",
  value: "file",
} as const;
p12PassphraseFile satisfies Option;

export const p12PassphraseEnv = {
  text: "read the passphrase of the PKCS#12 file from this environment variable",
  value: "name",
} as const;
p12PassphraseEnv satisfies Option;

export const passphraseFile = { text: "the first line of this file opens the CA's key", value: "file" } as const;
passphraseFile satisfies Option;

export const passphraseFd = {
  text: "read the passphrase from this open file descriptor",
  value: "number",
  integer: true,
} as const;
passphraseFd satisfies Option;

export const passphraseEnv = { text: "read the passphrase from this environment variable", value: "name" } as const;
passphraseEnv satisfies Option;

export const permitDns = {
  text: "limit the CA to this domain and what is below it, and to private addresses",
  value: "domain",
  many: true,
} as const;
permitDns satisfies Option;

export const permitIp = {
  text: "limit the CA to this IP range, in CIDR notation",
  value: "range",
  many: true,
} as const;
permitIp satisfies Option;

export const url = {
  text: "where the CA will publish its CRLs, OCSP and certificates, such as http://pki.example.test",
  value: "url",
} as const;
url satisfies Option;

export const crlShards = {
  text: "split the CRL of the issuing CA into so many lists, for good: a power of two, such as 16",
  value: "number",
  integer: true,
  default: 1,
} as const;
crlShards satisfies Option;

export const deltaCrls = { text: "publish deltas between the complete CRLs of the issuing CA" } as const;
deltaCrls satisfies Option;
