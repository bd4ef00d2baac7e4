import { caCommands, caGroups } from "./ca-commands.ts";
import type { Command, Option, Runnable, ValuesOf } from "./command.ts";
import { explainCommands } from "./explain-commands.ts";
import { labCommands } from "./lab-commands.ts";
import { ocspCommands } from "./ocsp-commands.ts";
import { revocationCommands } from "./revocation-commands.ts";

/** Options that every command takes. */
export const globalOptions = {
  json: { text: "print one JSON value (JSON lines where the command says so) instead of text" },
  store: { text: "where the CA lives (ROOTCAUSE_STORE; else the nearest ca-store/ upward)", value: "dir" },
  quiet: { text: "say nothing on stderr but errors", short: "q" },
  noColor: { text: "plain text, also on a terminal (as NO_COLOR does)" },
} as const;
globalOptions satisfies Record<string, Option>;

/** What stands before a command's second word. */
export const groups: Readonly<Record<"ca" | "audit" | "ocsp" | "profile" | "lab", string>> = {
  ...caGroups,
  ocsp: "answer whether a certificate is revoked",
  profile: "the templates that certificates are issued from",
  lab: "faults made on purpose, to see what clients say",
};

/** The commands that need no CA. */
const otherCommands = [
  {
    name: "verify",
    section: "Explain",
    summary: "say whether a certificate is valid, and if not, every reason and what to do",
    arguments: {
      certificates: {
        text: "the leaf first, then what was sent with it; a file may hold the whole chain; or HOST:PORT of a TLS server",
        many: true,
        optional: true,
      },
    },
    options: {
      trust: {
        text: "roots: a bundle, a folder or a hashed folder (default: the store's roots, else the system's)",
        value: "file",
        many: true,
      },
      untrusted: { text: "further certificates that a path may use: a bundle or a folder", value: "file", many: true },
      name: { text: "the name asked for: a DNS name, an address, user@host or a URI", value: "name", many: true },
      at: { text: "the time at which the path must be valid (RFC 3339 or a date; default: now)", value: "time" },
      purpose: {
        text: "serverAuth, clientAuth, emailProtection, … or an object identifier (default: any; for a server serverAuth)",
        value: "purpose",
      },
      rules: {
        text: "by whose rules",
        value: "set",
        choices: [
          "rfc5280",
          "webpki",
          "python-3.13",
          "openssl",
          "node",
          "go",
          "java",
          "gnutls",
          "chromium",
          "firefox",
          "rustls",
        ],
        default: "rfc5280",
      },
      crl: { text: "CRLs to check against", value: "file", many: true },
      ocsp: { text: "OCSP responses to check against", value: "file", many: true },
      revocation: {
        text: "ask the OCSP responders and fetch the CRLs that the certificates name; prefer: tell what cannot be learnt, require: refuse it (default: prefer, which asks nobody about files)",
        value: "how",
        choices: ["off", "prefer", "require"],
      },
      aia: { text: "fetch missing issuers from where the certificates say they are" },
      offline: { text: "fetch nothing: only the files given count, and what a server staples" },
      maxDepth: { text: "how many intermediates a path may have", value: "number", integer: true },
      policy: { text: "a certificate policy that the path must have, dotted", value: "oid", many: true },
      batch: { text: "JSON lines in, JSON lines out, in order, on all cores" },
    },
    examples: [
      {
        line: "rootcause verify fullchain.pem --name localhost",
        text: "would a client that asks for localhost accept it?",
      },
      {
        line: "rootcause verify leaf.pem --trust root.pem --untrusted intermediates/ --at 2027-01-01",
        text: "and on New Year's Day?",
      },
      { line: "rootcause verify localhost:8443 --trust root.pem", text: "what does this server send, and is it good?" },
      {
        line: "rootcause verify fullchain.pem --revocation require",
        text: "and has any of it been revoked, as far as OCSP and CRLs tell now?",
      },
      { line: "rootcause verify --batch < cases.jsonl > answers.jsonl", text: "ten thousand cases in one process" },
    ],
    notes: [
      "--json prints {valid, findings: [{code, severity, index, at, message, why, fix: [{role, text}], openssl, citation}], path: [{subject, issuer, serial, sha256, from}], tried: [{path, rejected}], skipped}, and of a server also server: {address, serverName, protocol, cipher, stapled}. findings[0] is the headline; index is the certificate that it speaks of, 0 for the leaf.",
      "--batch reads {id, trust: [], untrusted: [], leaf, crls: [], ocsp: [], time, name: {type: dns|ip|email|uri, value}, names: [], purpose, keyUsage: [], maxDepth, revocation: off|prefer|require, policy: {initialPolicySet: [], explicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy}, rules} and answers {id, valid, findings: [{code, severity, index}]}, with error where the case cannot be read. Certificates are PEM or base64 DER; what is left out or null is not asked for. A caller may wait for each answer before it sends the next case.",
    ],
    load: (): Promise<Runnable> => import("./commands/verify.ts"),
  },
  {
    name: "inspect",
    section: "Explain",
    summary: "say what a file is, field by field, in words",
    arguments: {
      files: {
        text: "certificates, requests, CRLs, keys, PKCS#7 or PKCS#12 in any encoding; - is standard input, HOST:PORT a TLS server",
        many: true,
      },
    },
    options: {
      asn1: { text: "show every ASN.1 element with its offset, also where the encoding is broken" },
      serial: { text: "look for this serial number in CRLs; exit 1 when none has it", value: "serial" },
      pair: { text: "exit 1 unless every private key belongs to a certificate or request among the files" },
      passphraseFile: { text: "the first line of this file opens what is encrypted", value: "file" },
      passphraseFd: { text: "read the passphrase from this open file descriptor", value: "number", integer: true },
      passphraseEnv: { text: "read the passphrase from this environment variable", value: "name" },
    },
    examples: [
      { line: "rootcause inspect fullchain.pem", text: "every certificate of a bundle" },
      { line: "rootcause inspect --pair cert.pem key.pem", text: "does this key belong to this certificate?" },
      { line: "rootcause inspect ca.crl --serial 3f2a…", text: "is it on this list, since when and why?" },
      {
        line: "rootcause inspect localhost:8443",
        text: "what a server sends",
      },
    ],
    load: (): Promise<Runnable> => import("./commands/inspect.ts"),
  },
  {
    name: "profile list",
    section: "Make",
    summary: "the built-in profiles",
    arguments: {},
    options: {},
    examples: [],
    load: (): Promise<Runnable> => import("./commands/profile-list.ts"),
  },
  {
    name: "profile show",
    section: "Make",
    summary: "a profile as a template, with every default written out",
    arguments: { profile: { text: "a built-in name, or the path of a YAML template" } },
    options: {},
    examples: [{ line: "rootcause profile show tls-server > my-server.yaml", text: "start a template of your own" }],
    load: (): Promise<Runnable> => import("./commands/profile-show.ts"),
  },
  {
    name: "profile check",
    section: "Make",
    summary: "say what is wrong with a template of your own, with line numbers",
    arguments: { files: { text: "YAML templates", many: true } },
    options: {},
    examples: [],
    load: (): Promise<Runnable> => import("./commands/profile-check.ts"),
  },
  {
    name: "tour",
    section: "Help",
    summary: "make a CA, serve with it, call the server as four clients, and say what each side saw",
    arguments: {},
    options: {},
    examples: [],
    load: (): Promise<Runnable> => import("./commands/tour.ts"),
  },
  {
    name: "completion",
    section: "Help",
    summary: "print the completion script of a shell",
    arguments: { shell: { text: "the shell", choices: ["bash", "zsh", "fish"] } },
    options: {},
    examples: [
      { line: 'eval "$(rootcause completion bash)"', text: "complete in this bash" },
      { line: "rootcause completion fish > ~/.config/fish/completions/rootcause.fish", text: "and in every fish" },
    ],
    load: (): Promise<Runnable> => import("./commands/completion.ts"),
  },
] as const;
otherCommands satisfies readonly Command[];

/** Every command: the one table that the parser, the help, shell completion and docs/cli.md derive from. */
export const commands: readonly [
  ...typeof caCommands,
  ...typeof revocationCommands,
  ...typeof ocspCommands,
  ...typeof explainCommands,
  ...typeof labCommands,
  ...typeof otherCommands,
] = [...caCommands, ...revocationCommands, ...ocspCommands, ...explainCommands, ...labCommands, ...otherCommands];

export type CommandName = (typeof commands)[number]["name"];

/** What `run` of this command gets: its arguments and options by name. */
export type Input<N extends CommandName> = ValuesOf<Extract<(typeof commands)[number], { readonly name: N }>>;
