import { ca, passphraseEnv, passphraseFd, passphraseFile } from "./ca-options.ts";
import type { Command, Runnable } from "./command.ts";

/** The commands that tell others what was revoked. */
export const revocationCommands = [
  {
    name: "crl",
    section: "Run",
    summary: "sign and publish the list of revoked certificates, or see how the published one stands",
    arguments: {},
    options: {
      ca,
      all: { text: "every CA of the store; those whose key is offline are left as they are" },
      out: {
        text: "one list of everything in this file, PEM if it ends in .pem; the store's published/crl/ unless told",
        value: "file",
      },
      delta: { text: "only what changed since the complete list that is published" },
      days: {
        text: "whole days until the next list is due, the end of the CA at the latest; 7 for an issuing CA, 180 for one above others, deltas 1 and 30",
        value: "number",
        integer: true,
      },
      check: { text: "sign nothing; exit 1 when a published list is near its end, past it, missing or incomplete" },
      passphraseFile,
      passphraseFd,
      passphraseEnv,
    },
    examples: [
      { line: "rootcause crl", text: "after revocations, and at least every few days" },
      { line: "rootcause crl --all --check", text: "for a monitor: is every list fresh and complete?" },
      { line: "rootcause crl --out /var/www/pki/ca.crl", text: "where a web server hands it out" },
      {
        line: "rootcause crl --ca ROOT --out root-crl.pem",
        text: "for nginx's ssl_crl and curl's --crlfile, joined with the list of each CA below",
      },
    ],
    load: (): Promise<Runnable> => import("./commands/crl.ts"),
  },
] as const;
revocationCommands satisfies readonly Command[];
