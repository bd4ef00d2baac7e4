import type { ErrorEntry } from "./entry.ts";

export const asn1Errors = {
  ERR_DER: {
    title: "not valid DER at offset {offset}: expected {expected}, found {found}",
    hint: "`rootcause inspect FILE` shows how far the encoding can be read and what is wrong there",
    exit: 2,
    http: 400,
  },
  ERR_DER_TOO_LARGE: {
    title: "{size} bytes of DER are more than the limit of {limit}",
    hint: "a certificate is a few kilobytes; check that this is the file that you meant",
    exit: 2,
    http: 413,
  },
  ERR_OID: {
    title: '"{value}" is not an object identifier',
    hint: "write it as dotted decimals, such as 1.3.6.1.4.1.311.20.2",
    exit: 2,
    http: 400,
  },
  ERR_ASN1_TEXT: {
    title: "the ASN.1 text is wrong at character {at}: expected {expected}, found {found}",
    hint: 'write a type and its value, such as SEQUENCE { OID 1.2.3, INTEGER 5, UTF8String "text", OCTET STRING 0xC0FFEE }',
    exit: 2,
    http: 400,
  },
} as const;
asn1Errors satisfies Record<string, ErrorEntry>;
