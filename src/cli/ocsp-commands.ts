import { passphraseEnv, passphraseFd, passphraseFile } from "./ca-options.ts";
import type { Command, Option, Runnable } from "./command.ts";

const ca = {
  text: "speak for this CA; for all whose keys are in the store unless told",
  value: "name",
  many: true,
} as const;
ca satisfies Option;

const byCa = { text: "sign with the CA's own key, not with that of a responder that the CA certifies" } as const;
byCa satisfies Option;

const nonIssued = {
  text: "what to say of a serial number that was never issued (RFC 6960 section 2.2)",
  value: "status",
  choices: ["unknown", "revoked"],
  default: "unknown",
} as const;
nonIssued satisfies Option;

const validFor = {
  text: "how long a response may be used, such as 12h or 4d",
  value: "time",
  default: "12h",
} as const;
validFor satisfies Option;

const responderCert = {
  text: "a responder that a CA certified elsewhere: it answers for that CA, whose key may be offline",
  value: "file",
  many: true,
} as const;
responderCert satisfies Option;

const responderKey = { text: "the private key of such a responder", value: "file", many: true } as const;
responderKey satisfies Option;

/** The commands that answer whether one certificate is revoked. */
export const ocspCommands = [
  {
    name: "ocsp serve",
    section: "Run",
    summary: "answer OCSP requests over HTTP, and hand out CRLs and CA certificates",
    arguments: {},
    options: {
      listen: { text: "the address to listen on", value: "address", default: "127.0.0.1" },
      port: { text: "the port; 0 takes any that is free", value: "number", integer: true, max: 65535, default: 2560 },
      readyFile: { text: "write {url, port, pid} into this file once requests are answered", value: "file" },
      dir: { text: "answer from this folder of `ocsp presign`, without a store and without a key", value: "dir" },
      ca,
      byCa,
      responderCert,
      responderKey,
      nonIssued,
      validFor,
      passphraseFile,
      passphraseFd,
      passphraseEnv,
    },
    examples: [
      { line: "rootcause ocsp serve --port 8080", text: "a CA made with --url http://HOST:8080 sends clients there" },
      { line: "rootcause ocsp serve --dir /var/lib/ocsp --listen 0.0.0.0", text: "on a machine that has no keys" },
    ],
    load: (): Promise<Runnable> => import("./commands/ocsp-serve.ts"),
  },
  {
    name: "ocsp respond",
    section: "Run",
    summary: "answer one OCSP request in a file; exit 1 when the answer is an error",
    arguments: { request: { text: "the request in DER; - is standard input" } },
    options: {
      out: { text: "the file for the response; standard output unless told", value: "file" },
      ca,
      byCa,
      responderCert,
      responderKey,
      nonIssued,
      validFor,
      passphraseFile,
      passphraseFd,
      passphraseEnv,
    },
    examples: [
      {
        line: "openssl ocsp -issuer chain.pem -cert cert.pem -reqout q.der && rootcause ocsp respond q.der --out r.der",
        text: "without a network",
      },
    ],
    load: (): Promise<Runnable> => import("./commands/ocsp-respond.ts"),
  },
  {
    name: "ocsp presign",
    section: "Run",
    summary: "sign a response for every certificate into a folder that any web server can serve",
    arguments: {},
    options: {
      out: { text: "the folder; lapsed responses in it are removed", value: "dir", default: "ocsp" },
      ca,
      byCa,
      responderCert,
      responderKey,
      nonIssued,
      validFor: { ...validFor, default: "4d" },
      passphraseFile,
      passphraseFd,
      passphraseEnv,
    },
    examples: [
      {
        line: "rootcause ocsp presign --out /var/lib/ocsp",
        text: "every day, and after revocations: see docs/ocsp.md",
      },
    ],
    load: (): Promise<Runnable> => import("./commands/ocsp-presign.ts"),
  },
] as const;
ocspCommands satisfies readonly Command[];
