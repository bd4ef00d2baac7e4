import { checkDer } from "../../asn1/check.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import { asn1Tree } from "./asn1-tree.ts";
import { certificateContent } from "./certificate-report.ts";
import { crlContent } from "./crl-report.ts";
import { encryptedKeyContent, privateKeyContent, publicKeyContent } from "./key-report.ts";
import { opensslCommand } from "./openssl-command.ts";
import { ocspResponseContent, parametersContent, unknownContent } from "./other-report.ts";
import { pkcs7Content } from "./pkcs7-report.ts";
import { pkcs12Content } from "./pkcs12-report.ts";
import type { Content, Found, Report } from "./report.ts";
import { requestContent } from "./request-report.ts";
import { structureOf } from "./structure-names.ts";

export interface DescribeOptions {
  readonly now: Date;
  readonly passphrase: Passphrase | undefined;
  /** Nothing else stands in its file. */
  readonly alone: boolean;
  /** Every element of the encoding too. */
  readonly asn1: boolean;
}

/** Departures from DER that are told; an encoding in BER has one at every element. */
const SHOWN_VIOLATIONS = 3;

/** What one object is, field by field. @throws PkiError for a wrong passphrase */
export async function describe(found: Found, options: DescribeOptions): Promise<Report> {
  const { kind, file, encoding, block, bytes } = found;
  const content = await readContent(found, options);
  const hidden = kind === "private-key";
  return {
    kind,
    file,
    ...(block && { line: block.line }),
    encoding,
    ...content,
    warnings: [...content.warnings, ...encodingWarnings(found)],
    openssl: opensslCommand(found, options.alone),
    ...(options.asn1 && encoding !== "JWK" && { asn1: asn1Tree(bytes, structureOf(kind), { hidden }) }),
  };
}

async function readContent(found: Found, options: DescribeOptions): Promise<Content> {
  try {
    return await contentOf(found, options);
  } catch (error) {
    if (!isPkiError(error) || error.code.startsWith("ERR_PASSPHRASE")) throw error;
    return { title: `${found.kind.replaceAll("-", " ")}, damaged`, fields: {}, warnings: [error.message] };
  }
}

function contentOf(found: Found, options: DescribeOptions): Content | Promise<Content> {
  const { kind, bytes } = found;
  switch (kind) {
    case "certificate":
      return certificateContent(bytes, options.now);
    case "certificate-request":
      return requestContent(bytes);
    case "crl":
      return crlContent(bytes, options.now);
    case "private-key":
      return privateKeyContent(found);
    case "encrypted-private-key":
      return encryptedKeyContent(found, options.passphrase);
    case "public-key":
      return publicKeyContent(found);
    case "pkcs7":
      return pkcs7Content(found, (inner) => describe(inner, { ...options, alone: false }));
    case "pkcs12":
      return pkcs12Content(found, options.passphrase, (inner) => describe(inner, { ...options, alone: false }));
    case "ocsp-response":
      return ocspResponseContent(bytes);
    case "parameters":
      return parametersContent(bytes);
    case "unknown":
      return unknownContent(found);
  }
}

function encodingWarnings({ kind, block, bytes, encoding }: Found): string[] {
  const isBer = kind === "pkcs7" || kind === "pkcs12"; // RFC 5652 section 10.1 and RFC 7292 section 3.4 allow it
  if (encoding === "JWK" || isBer || block?.headers["DEK-Info"] !== undefined) return [];
  const violations = checkDer(bytes);
  const more = violations.length - SHOWN_VIOLATIONS;
  return [
    ...violations.slice(0, SHOWN_VIOLATIONS).map((it) => `not DER at offset ${it.offset}: ${it.message}`),
    ...(more > 0 ? [`not DER at ${more} more places: --asn1 shows them`] : []),
  ];
}
