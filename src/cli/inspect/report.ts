import type { CertificateList } from "../../x509/certificate-list.ts";
import type { PemBlock } from "../../x509/pem.ts";
import type { Asn1Node } from "./asn1-report.ts";

/** What an input holds, told by content. */
export type Kind =
  | "certificate"
  | "certificate-request"
  | "crl"
  | "ocsp-request"
  | "ocsp-response"
  | "private-key"
  | "encrypted-private-key"
  | "public-key"
  | "pkcs7"
  | "pkcs12"
  | "parameters"
  | "unknown";

/** A CRL whose entries need not be in memory. */
export interface CrlSource {
  /** Perhaps without its entries. */
  readonly list: CertificateList;
  /** The entries, one after another. */
  entryChunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** One object of an input. */
export interface Found {
  readonly kind: Kind;
  readonly file: string;
  readonly encoding: "PEM" | "DER" | "base64" | "JWK";
  /** The structure, or the text of a JWK. */
  readonly bytes: Uint8Array;
  readonly block: PemBlock | undefined;
  /** For a CRL that stays in its file: then `bytes` lacks the entries. */
  readonly crl?: CrlSource;
}

export type FieldValue = string | number | boolean | readonly string[];

/** One fact: the value, and what it means where that is not plain. */
export interface Field {
  readonly value: FieldValue;
  readonly words?: string;
}

export interface ExtensionReport {
  readonly oid: string;
  readonly name: string;
  readonly critical: boolean;
  readonly meaning: readonly string[];
}

/** What one object says. */
export interface Content {
  readonly title: string;
  /** By the names that the RFCs give them, in the order of the structure. */
  readonly fields: Readonly<Record<string, Field>>;
  readonly extensions?: readonly ExtensionReport[];
  readonly warnings: readonly string[];
  /** What is inside a container. */
  readonly contains?: readonly Report[];
}

/** The object with where it stands: `--json` prints it as it is, the text is made of it. */
export interface Report extends Content {
  readonly kind: Kind;
  readonly file: string;
  /** The line of BEGIN in a PEM file. */
  readonly line?: number;
  readonly encoding: Found["encoding"];
  /** The same question asked of OpenSSL; what is inside a container has none of its own. */
  readonly openssl?: string;
  /** Every element of the encoding, when asked for. */
  readonly asn1?: readonly Asn1Node[];
}
