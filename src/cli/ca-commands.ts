import type { Command, Option, Runnable } from "./command.ts";

const keyTypes = {
  text: "the type of the private key",
  value: "type",
  choices: ["ecdsa-p256", "ecdsa-p384", "ecdsa-p521", "ed25519", "ed448", "rsa-2048", "rsa-3072", "rsa-4096"],
  default: "ecdsa-p256",
} as const;
keyTypes satisfies Option;

const passphraseFile = { text: "the first line of this file opens the CA's key", value: "file" } as const;
const passphraseFd = {
  text: "read the passphrase from this open file descriptor",
  value: "number",
  integer: true,
} as const;
const passphraseEnv = { text: "read the passphrase from this environment variable", value: "name" } as const;
const caOption = {
  text: "which CA signs; the only one at the bottom of the hierarchy unless told",
  value: "name",
} as const;
const profileOption = {
  text: "a built-in profile, or the path of a YAML template",
  value: "profile",
  default: "tls-server",
} as const;
const days = {
  text: "whole days of validity; the profile's default unless told",
  value: "number",
  integer: true,
} as const;
const out = { text: "the folder for the files; one named after the certificate unless told", value: "dir" } as const;
const overwrite = { text: "replace files that are there" } as const;
const which = { text: "a serial number, or the file of the certificate" } as const;
const format = {
  text: "which files to write; `rootcause export --help` lists them",
  value: "format",
  many: true,
} as const;
const p12 = { text: "write a PKCS#12 file too" } as const;
const p12Legacy = { text: "write it for old macOS, Windows and Java: 3DES and SHA-1" } as const;
const p12PassphraseFile = { text: "the first line of this file protects the PKCS#12 file", value: "file" } as const;
const p12PassphraseEnv = {
  text: "read the passphrase of the PKCS#12 file from this environment variable",
  value: "name",
} as const;
const url = {
  text: "where the CA will publish its CRLs, OCSP and certificates, such as http://pki.example.test",
  value: "url",
} as const;

/** The commands that make certificates and keep the store. */
export const caCommands = [
  {
    name: "init",
    section: "Make",
    summary: "make a CA: a root and an issuing CA below it",
    arguments: {
      name: { text: "what the CA is called; the name of this user and machine unless told", optional: true },
    },
    options: {
      key: keyTypes as typeof keyTypes,
      rootDays: { text: "whole days of the root's validity; ten years unless told", value: "number", integer: true },
      tiers: {
        text: "how many CAs stand one below the other, the root included",
        value: "number",
        integer: true,
        default: 2,
      },
      permitDns: {
        text: "limit the CA to this domain and what is below it, and to private addresses",
        value: "domain",
        many: true,
      },
      permitIp: { text: "limit the CA to this IP range, in CIDR notation", value: "range", many: true },
      url: url as typeof url,
      passphraseFile: { text: "encrypt the private keys with the first line of this file", value: "file" },
      passphraseFd: passphraseFd as typeof passphraseFd,
      passphraseEnv: passphraseEnv as typeof passphraseEnv,
      rootPassphraseFile: { text: "encrypt the root's key with the first line of this file instead", value: "file" },
    },
    examples: [
      { line: "rootcause init", text: "a CA for this machine, in ./ca-store" },
      {
        line: "rootcause init Acme --permit-dns corp.example --url http://pki.corp.example",
        text: "a CA for a company",
      },
    ],
    load: (): Promise<Runnable> => import("./commands/init.ts"),
  },
  {
    name: "issue",
    section: "Make",
    summary: "issue a certificate and a key for names, or many with --batch",
    arguments: {
      names: { text: "DNS names, IP addresses, user@host or URIs, told apart by form", optional: true, many: true },
    },
    options: {
      profile: profileOption as typeof profileOption,
      days: days as typeof days,
      key: keyTypes as typeof keyTypes,
      subject: { text: "the subject as RFC 4514 text, such as CN=web,O=Acme", value: "name" },
      out: out as typeof out,
      ca: caOption as typeof caOption,
      format: format as typeof format,
      p12: p12 as typeof p12,
      p12Legacy: p12Legacy as typeof p12Legacy,
      p12PassphraseFile: p12PassphraseFile as typeof p12PassphraseFile,
      p12PassphraseEnv: p12PassphraseEnv as typeof p12PassphraseEnv,
      overwrite: overwrite as typeof overwrite,
      batch: {
        text: "JSON lines {names, profile?, days?, key?, csr?} in, JSON lines out; - is standard input",
        value: "file",
      },
      passphraseFile: passphraseFile as typeof passphraseFile,
      passphraseFd: passphraseFd as typeof passphraseFd,
      passphraseEnv: passphraseEnv as typeof passphraseEnv,
    },
    examples: [
      { line: "rootcause issue localhost 127.0.0.1 ::1", text: "https on this machine; files in ./localhost" },
      { line: "rootcause issue alice@example.com --profile tls-client --p12", text: "a person" },
      { line: "rootcause issue --batch requests.jsonl > issued.jsonl", text: "ten thousand of them" },
    ],
    load: (): Promise<Runnable> => import("./commands/issue.ts"),
  },
  {
    name: "sign",
    section: "Make",
    summary: "sign a certificate request (PKCS#10); the profile decides what of it is honoured",
    arguments: { csr: { text: "the request, PEM or DER; - is standard input" } },
    options: {
      profile: profileOption as typeof profileOption,
      days: days as typeof days,
      name: { text: "use this name in place of those that the request asks for", value: "name", many: true },
      out: out as typeof out,
      ca: caOption as typeof caOption,
      overwrite: overwrite as typeof overwrite,
      passphraseFile: passphraseFile as typeof passphraseFile,
      passphraseFd: passphraseFd as typeof passphraseFd,
      passphraseEnv: passphraseEnv as typeof passphraseEnv,
    },
    examples: [{ line: "rootcause sign server.csr --out server/", text: "the key stays where it was made" }],
    load: (): Promise<Runnable> => import("./commands/sign.ts"),
  },
  {
    name: "list",
    section: "Run",
    summary: "the certificates that were issued",
    arguments: {},
    options: {
      expiring: { text: "only those that expire within this time, such as 30d or 12h", value: "time" },
      revoked: { text: "only those that are revoked or on hold" },
      name: { text: "only those whose names or subject match, such as *.example.test", value: "glob" },
      profile: { text: "only those issued from this profile", value: "profile" },
      ca: { text: "only those issued by this CA", value: "name" },
    },
    examples: [{ line: "rootcause list --expiring 30d", text: "what must be renewed this month" }],
    load: (): Promise<Runnable> => import("./commands/list.ts"),
  },
  {
    name: "show",
    section: "Run",
    summary: "all that the store knows of a certificate",
    arguments: { certificate: which as typeof which },
    options: { pem: { text: "print the certificate with its chain as PEM and nothing else" } },
    examples: [],
    load: (): Promise<Runnable> => import("./commands/show.ts"),
  },
  {
    name: "renew",
    section: "Run",
    summary: "issue a certificate again: same names, subject and profile",
    arguments: { certificate: which as typeof which },
    options: {
      rekey: { text: "make a new private key too" },
      days: { text: "whole days of validity; as long as before unless told", value: "number", integer: true },
      profile: { text: "the template that it was issued from, when that is not a built-in one", value: "profile" },
      out: out as typeof out,
      overwrite: overwrite as typeof overwrite,
      ca: caOption as typeof caOption,
      passphraseFile: passphraseFile as typeof passphraseFile,
      passphraseFd: passphraseFd as typeof passphraseFd,
      passphraseEnv: passphraseEnv as typeof passphraseEnv,
    },
    examples: [
      { line: "rootcause renew localhost/cert.pem --out localhost --overwrite", text: "in place, with the same key" },
    ],
    load: (): Promise<Runnable> => import("./commands/renew.ts"),
  },
  {
    name: "revoke",
    section: "Run",
    summary: "revoke a certificate; once more changes nothing",
    arguments: { certificate: which as typeof which },
    options: {
      reason: {
        text: "why (RFC 5280 section 5.3.1)",
        value: "reason",
        choices: [
          "unspecified",
          "keyCompromise",
          "cACompromise",
          "affiliationChanged",
          "superseded",
          "cessationOfOperation",
          "certificateHold",
          "privilegeWithdrawn",
          "aACompromise",
        ],
        default: "unspecified",
      },
      compromisedAt: { text: "when the key is thought to have been lost, if earlier (RFC 3339)", value: "time" },
      unhold: { text: "lift a hold instead" },
    },
    examples: [{ line: "rootcause revoke 3f2a… --reason keyCompromise", text: "the key was stolen" }],
    load: (): Promise<Runnable> => import("./commands/revoke.ts"),
  },
  {
    name: "export",
    section: "Make",
    summary: "write a certificate's files in the form that a program takes",
    arguments: { certificate: which as typeof which },
    options: {
      format: format as typeof format,
      key: { text: "its private key, where the format wants one", value: "file" },
      out: out as typeof out,
      overwrite: overwrite as typeof overwrite,
      p12PassphraseFile: p12PassphraseFile as typeof p12PassphraseFile,
      p12PassphraseEnv: p12PassphraseEnv as typeof p12PassphraseEnv,
      passphraseFile: {
        text: "the first line of this file opens the private key, when it is encrypted",
        value: "file",
      },
      passphraseFd: passphraseFd as typeof passphraseFd,
      passphraseEnv: passphraseEnv as typeof passphraseEnv,
    },
    examples: [
      {
        line: "rootcause export localhost/cert.pem --key localhost/key.pem --format nginx --out nginx/",
        text: "for nginx",
      },
      { line: "rootcause export localhost/cert.pem --key localhost/key.pem --format kubernetes", text: "as a Secret" },
    ],
    load: (): Promise<Runnable> => import("./commands/export.ts"),
  },
  {
    name: "ca list",
    section: "Run",
    summary: "the hierarchy as a tree",
    arguments: {},
    options: {},
    examples: [],
    load: (): Promise<Runnable> => import("./commands/ca-list.ts"),
  },
  {
    name: "ca show",
    section: "Run",
    summary: "one CA: its certificate, key and URLs",
    arguments: { name: { text: "its name or id; the issuing CA unless told", optional: true } },
    options: {},
    examples: [],
    load: (): Promise<Runnable> => import("./commands/ca-show.ts"),
  },
  {
    name: "ca add-intermediate",
    section: "Run",
    summary: "add a CA below another one",
    arguments: { name: { text: "what the new CA is called" } },
    options: {
      parent: { text: "the CA that signs it; the root unless told", value: "name" },
      pathLength: { text: "how many CAs may stand below it", value: "number", integer: true, default: 0 },
      key: keyTypes as typeof keyTypes,
      days: {
        text: "whole days of validity; five years unless told, and never longer than the parent",
        value: "number",
        integer: true,
      },
      permitDns: { text: "limit the CA to this domain and what is below it", value: "domain", many: true },
      url: url as typeof url,
      passphraseFile: {
        text: "the first line of this file opens the parent's key and encrypts the new one",
        value: "file",
      },
      passphraseFd: passphraseFd as typeof passphraseFd,
      passphraseEnv: passphraseEnv as typeof passphraseEnv,
    },
    examples: [],
    load: (): Promise<Runnable> => import("./commands/ca-add-intermediate.ts"),
  },
  {
    name: "ca import",
    section: "Run",
    summary: "take over an existing CA: its certificate and private key",
    arguments: { files: { text: "PEM files with certificates and the key, or one PKCS#12 file", many: true } },
    options: {
      name: { text: "what to call it; its common name unless told", value: "name" },
      url: url as typeof url,
      passphraseFile: {
        text: "the first line of this file opens the key, and encrypts it in the store",
        value: "file",
      },
      passphraseFd: passphraseFd as typeof passphraseFd,
      passphraseEnv: passphraseEnv as typeof passphraseEnv,
    },
    examples: [{ line: "rootcause ca import ca.crt ca.key --name Acme", text: "from openssl or easy-rsa" }],
    load: (): Promise<Runnable> => import("./commands/ca-import.ts"),
  },
  {
    name: "ca export",
    section: "Run",
    summary: "write the certificates of the hierarchy: root.pem for clients, chain.pem, bundle.pem",
    arguments: { name: { text: "down to this CA; the issuing CA unless told", optional: true } },
    options: {
      out: { text: "the folder for the files", value: "dir", default: "." },
      overwrite: overwrite as typeof overwrite,
    },
    examples: [],
    load: (): Promise<Runnable> => import("./commands/ca-export.ts"),
  },
  {
    name: "ca export-key",
    section: "Run",
    summary: "move a CA's private key to offline media, such as the root's to a USB stick in a safe",
    arguments: { name: { text: "the CA" } },
    options: {
      out: { text: "the folder on the offline media", value: "dir" },
      passphraseFile: passphraseFile as typeof passphraseFile,
      passphraseFd: passphraseFd as typeof passphraseFd,
      passphraseEnv: passphraseEnv as typeof passphraseEnv,
    },
    examples: [],
    load: (): Promise<Runnable> => import("./commands/ca-export-key.ts"),
  },
  {
    name: "ca import-key",
    section: "Run",
    summary: "put a CA's private key back into the store",
    arguments: { name: { text: "the CA" }, key: { text: "the file of the key" } },
    options: {
      passphraseFile: passphraseFile as typeof passphraseFile,
      passphraseFd: passphraseFd as typeof passphraseFd,
      passphraseEnv: passphraseEnv as typeof passphraseEnv,
    },
    examples: [],
    load: (): Promise<Runnable> => import("./commands/ca-import-key.ts"),
  },
  {
    name: "doctor",
    section: "Run",
    summary: "look for what is wrong with the store and the hierarchy",
    arguments: {},
    options: { fix: { text: "settle what can be settled without loss: intents that were cut off, the index" } },
    examples: [],
    load: (): Promise<Runnable> => import("./commands/doctor.ts"),
  },
  {
    name: "audit list",
    section: "Run",
    summary: "every change of the store, oldest first",
    arguments: {},
    options: { last: { text: "only the last so many", value: "number", integer: true } },
    examples: [],
    load: (): Promise<Runnable> => import("./commands/audit-list.ts"),
  },
  {
    name: "audit verify",
    section: "Run",
    summary: "follow the hash chain of the audit log from its first entry to its last",
    arguments: {},
    options: {
      checkpoint: {
        text: "SEQ:HASH as `audit verify` printed it earlier; shows a log that was cut short",
        value: "text",
      },
    },
    examples: [],
    load: (): Promise<Runnable> => import("./commands/audit-verify.ts"),
  },
] as const;
caCommands satisfies readonly Command[];

/** What stands before the second word of some of them. */
export const caGroups = {
  ca: "the hierarchy of CAs",
  audit: "the log of every change",
} as const;
