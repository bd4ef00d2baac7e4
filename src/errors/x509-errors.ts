import type { ErrorEntry } from "./entry.ts";

export const x509Errors = {
  ERR_EXTENSION: {
    title: "the {name} extension is malformed: {why}",
    hint: "`rootcause inspect FILE` shows the bytes; have the certificate issued again by software that encodes {name} as RFC 5280 says",
    exit: 2,
    http: 400,
  },
  ERR_DISTINGUISHED_NAME: {
    title: '"{text}" is not a distinguished name: {why}',
    hint: 'write it as in RFC 4514, the most specific part first, such as CN=Web,O=Example,C=DE; put \\ before , + " ; < > inside a value',
    exit: 2,
    http: 400,
  },
  ERR_GENERAL_NAME: {
    title: '"{text}" is not a name that a certificate can hold: {why}',
    hint: "{fix}",
    exit: 2,
    http: 400,
  },
  ERR_PEM: {
    title: "the PEM text is broken at line {line}: {why}",
    hint: "copy the whole block again, from -----BEGIN to -----END, as it came from its source",
    exit: 2,
    http: 400,
  },
  ERR_PEM_NO_CERTIFICATE: {
    title: "the PEM text holds no certificate, only: {labels}",
    hint: "name the file that holds -----BEGIN CERTIFICATE-----; a CSR must be signed first with `rootcause sign`",
    exit: 2,
    http: 400,
  },
  ERR_CUSTOM_EXTENSION: {
    title: '"{text}" is not the value of an extension: {why}',
    hint: 'write it like 1.2.3.4=hex:0c0161, 1.2.3.4=critical,base64:DAFh or 1.2.3.4=asn1:UTF8String "a"',
    exit: 2,
    http: 400,
  },
} as const;
x509Errors satisfies Record<string, ErrorEntry>;
