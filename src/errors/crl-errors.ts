import type { ErrorEntry } from "./entry.ts";

export const crlErrors = {
  ERR_CRL_SIGN_FORBIDDEN: {
    title: 'CA "{ca}" may not sign CRLs: its keyUsage is {usage}, without cRLSign',
    hint: "replace it by a CA whose certificate says cRLSign: `rootcause ca add-intermediate` makes such a one",
    exit: 2,
    http: 409,
  },
  ERR_CRL_REFUSED: {
    title: 'the new CRL of "{ca}" was not published: {problem}',
    hint: "the one that was published before is still in place; `rootcause doctor` shows what is wrong with the CA",
    exit: 3,
    http: 500,
  },
  ERR_CRL_NO_BASE: {
    title: '"{ca}" has published no complete CRL yet that a delta could add to',
    hint: "publish one with `rootcause crl --ca {id}`",
    exit: 2,
    http: 409,
  },
  ERR_CRL_SHARDS: {
    title: "a CRL cannot be split into {shards} shards",
    hint: "choose a power of two up to {limit}, such as 16",
    exit: 2,
    http: 400,
  },
  ERR_CRL_URL: {
    title: "shards and deltas of a CRL are found by URLs in certificates, and this CA has no base URL",
    hint: "give it one, such as http://pki.example.test, with --url",
    exit: 2,
    http: 400,
  },
  ERR_CRL_WRITE: {
    title: "the CRL cannot be written to {file}: {why}",
    hint: "make the folder writable, or name another file with --out",
    exit: 3,
    http: 500,
  },
} as const;
crlErrors satisfies Record<string, ErrorEntry>;
