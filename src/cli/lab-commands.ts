import type { Command, Runnable } from "./command.ts";

/** The commands that show faults on purpose. */
export const labCommands = [
  {
    name: "lab list",
    section: "Explain",
    summary: "every fault that the lab can make, and how many clients refuse it",
    arguments: {},
    options: {
      group: {
        text: "those of one group",
        value: "group",
        choices: ["trust", "time", "names", "usage", "strength", "revocation", "handshake", "mtls"],
      },
    },
    examples: [{ line: "rootcause lab list --group time", text: "what can be wrong with dates" }],
    load: (): Promise<Runnable> => import("./commands/lab-list.ts"),
  },
  {
    name: "lab show",
    section: "Explain",
    summary: "all about a fault: its story, how it is made, what each client prints, how it is mended",
    arguments: { id: { text: "the fault, as `rootcause lab list` shows it" } },
    options: {},
    examples: [{ line: "rootcause lab show missing-intermediate", text: "who refuses it, and in what words" }],
    load: (): Promise<Runnable> => import("./commands/lab-show.ts"),
  },
  {
    name: "lab make",
    section: "Explain",
    summary:
      "write faults as files: the broken chain, its key, what the client trusts, the mended chain, and how to see it",
    arguments: {
      ids: { text: "the faults, as `rootcause lab list` shows them", many: true, optional: true },
    },
    options: {
      all: { text: "every fault that files can hold" },
      out: { text: "where each fault gets a folder of its own", value: "dir", default: "lab" },
      at: { text: "the time at which the faults show (RFC 3339 or a date; default: now)", value: "time" },
      name: { text: "the DNS name that clients ask for", value: "name", default: "localhost" },
      overwrite: { text: "write into a folder too that the lab did not make" },
    },
    examples: [
      { line: "rootcause lab make wrong-eku", text: "lab/wrong-eku/README.md says how to see it with which client" },
      { line: "rootcause lab make --all --out faults --at 2027-01-01", text: "all of them, for New Year's Day" },
    ],
    notes: ["--json prints [{id, title, folder, files: {cert, chain, fullchain, key, root, trust, …}, good: {…}}]."],
    load: (): Promise<Runnable> => import("./commands/lab-make.ts"),
  },
  {
    name: "lab serve",
    section: "Explain",
    summary: "put faults on live servers of this machine, each with a name and a port of its own",
    arguments: { ids: { text: "the faults; all of them unless given", many: true, optional: true } },
    options: {
      all: { text: "every fault there is" },
      port: {
        text: "the first of consecutive ports: the page's, then each fault's (default: any that are free)",
        value: "number",
        integer: true,
        max: 65535,
      },
      host: { text: "the address to listen on", value: "address", default: "127.0.0.1" },
      out: { text: "where roots and client certificates go (default: a folder that is gone afterwards)", value: "dir" },
      overwrite: { text: "write into a folder too that the lab did not make" },
      readyFile: { text: "write what --json prints into this file once all of them listen", value: "file" },
    },
    examples: [
      { line: "rootcause lab serve --all", text: "every fault, and a page that lists them" },
      {
        line: "rootcause lab serve expired-leaf wrong-host --port 9000",
        text: "the page on 9000, the faults behind it",
      },
    ],
    notes: [
      "Names such as expired-leaf.lab.localhost lead to this machine in browsers and curl; other programs are told the address: `openssl s_client -connect 127.0.0.1:PORT -servername NAME`. It runs until Ctrl-C or SIGTERM and takes everything down with it. The ports of the `alert-…` faults send any other alert that is asked for by name: `-servername alert-86.lab.localhost`.",
      "--json prints {site, root, faults: [{id, title, host, name, address, port, url, says, command, trust}], failed: [{id, error}]} as soon as all of them listen. `name` is what a client asks for and `trust` the file of its roots; `client: {certificate, key}`, `crls`, `under` (a command to run the client under) and `services` (ports with STARTTLS) stand where a fault has them.",
    ],
    load: (): Promise<Runnable> => import("./commands/lab-serve.ts"),
  },
] as const;
labCommands satisfies readonly Command[];
