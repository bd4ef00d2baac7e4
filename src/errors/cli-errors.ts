import type { ErrorEntry } from "./entry.ts";

export const cliErrors = {
  ERR_USAGE: {
    title: "{problem}",
    hint: "{advice}",
    exit: 2,
    http: 400,
  },
  ERR_FILE_READ: {
    title: "cannot read {file}: {reason}",
    hint: "check the path and that you may read it; - stands for standard input",
    exit: 2,
    http: 400,
  },
  ERR_FILE_DER: {
    title: "{file} is broken: {problem}",
    hint: "`rootcause inspect {file}` shows how far the encoding can be read and what is wrong there",
    exit: 2,
    http: 400,
  },
  ERR_NO_OBJECT: {
    title: "nothing in {file} is a certificate, request, CRL or key: {found}",
    hint: "{advice}",
    exit: 2,
    http: 400,
  },
  ERR_NO_REQUEST: {
    title: "{file} holds no certificate request, but: {found}",
    hint: "{advice}",
    exit: 2,
    http: 400,
  },
  ERR_BATCH_LINE: {
    title: "this line of the batch cannot be used: {problem}",
    hint: 'a line is a JSON object such as {"names": ["localhost"], "profile": "tls-server", "days": 30}',
    exit: 2,
    http: 400,
  },
  ERR_BATCH_CASE: {
    title: "the case cannot be read: {problem}",
    hint: "docs/cli.md says what the fields of a case are; the other cases are answered all the same",
    exit: 2,
    http: 400,
  },
  ERR_NO_TERMINAL: {
    title: "{question} needs an answer and there is no terminal to ask on",
    hint: "{advice}",
    exit: 2,
    http: 400,
  },
  ERR_SYSTEM: {
    title: "the system refused {what}: {reason}",
    hint: "free the resource or permit its use, then run the command again",
    exit: 3,
    http: 500,
  },
  ERR_INTERNAL: {
    title: "rootcause itself failed: {message}",
    hint: "ROOTCAUSE_DEBUG=1 shows where; please report it with that output",
    exit: 3,
    http: 500,
  },
} as const;
cliErrors satisfies Record<string, ErrorEntry>;
