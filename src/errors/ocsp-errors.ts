import type { ErrorEntry } from "./entry.ts";

export const ocspErrors = {
  ERR_OCSP_REQUEST: {
    title: "the OCSP request cannot be answered: {problem}",
    hint: "ask for one certificate at a time, such as `openssl ocsp -issuer ca.pem -cert cert.pem -reqout request.der` does",
    exit: 2,
    http: 400,
  },
  ERR_OCSP_NO_SIGNER: {
    title: "no CA of the store can answer OCSP requests: {why}",
    hint: "give the passphrase of its key with --passphrase-file, or put the key back with `rootcause ca import-key`",
    exit: 3,
    http: 503,
  },
  ERR_OCSP_RESPONDER: {
    title: "{responder} cannot answer OCSP requests: {problem}",
    hint: "have the CA certify a responder's key, such as with `rootcause sign responder.csr --profile ocsp-signer --ca NAME`",
    exit: 2,
    http: 503,
  },
  ERR_OCSP_PRESIGN: {
    title: "no response could be signed for certificate {serial}: {why}",
    hint: "get rid of the cause and run `rootcause ocsp presign` again; the responses that were there are still served until they lapse",
    exit: 3,
    http: 503,
  },
} as const;
ocspErrors satisfies Record<string, ErrorEntry>;
