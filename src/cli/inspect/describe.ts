import { readTree } from "../../asn1/tree.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import { type Asn1Node, asn1Report } from "./asn1-report.ts";
import { certificateContent } from "./certificate-report.ts";
import { crlContent, crlInMemory } from "./crl-report.ts";
import { encodingWarnings } from "./encoding-warnings.ts";
import { encryptedKeyContent, privateKeyContent, publicKeyContent } from "./key-report.ts";
import { ocspResponseContent } from "./ocsp-report.ts";
import { ocspRequestContent } from "./ocsp-request-report.ts";
import { opensslCommand } from "./openssl-command.ts";
import { parametersContent, unknownContent } from "./other-report.ts";
import { pkcs7Content } from "./pkcs7-report.ts";
import { pkcs12Content } from "./pkcs12-report.ts";
import type { Content, Found, Report } from "./report.ts";
import { requestContent } from "./request-report.ts";
import { structureOf } from "./structure-names.ts";

export interface DescribeOptions {
  readonly now: Date;
  readonly passphrase: Passphrase | undefined;
  /** Whether something else stands in its file, or it stands in a container. */
  readonly place: "alone" | "among others" | "inside";
  /** Every element of the encoding too. */
  readonly asn1: boolean;
  /** Of the certificate to look for in CRLs. */
  readonly serial?: string | undefined;
}

/** What one object is, field by field. @throws PkiError for a wrong passphrase */
export async function describe(found: Found, options: DescribeOptions): Promise<Report> {
  const { kind, file, encoding, block } = found;
  const content = await readContent(found, options);
  return {
    kind,
    file,
    ...(block && { line: block.line }),
    encoding,
    ...content,
    warnings: [...content.warnings, ...encodingWarnings(found)],
    ...(options.place !== "inside" && { openssl: opensslCommand(found, options.place === "alone") }),
    ...(options.asn1 && encoding !== "JWK" && { asn1: asn1Of(found) }),
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
  const inside = (inner: Found) => describe(inner, { ...options, place: "inside" });
  switch (kind) {
    case "certificate":
      return certificateContent(bytes, options.now);
    case "certificate-request":
      return requestContent(bytes);
    case "crl":
      return crlContent(found.crl ?? crlInMemory(bytes), options.now, options.serial);
    case "private-key":
      return privateKeyContent(found);
    case "encrypted-private-key":
      return encryptedKeyContent(found, options.passphrase);
    case "public-key":
      return publicKeyContent(found);
    case "pkcs7":
      return pkcs7Content(found, inside);
    case "pkcs12":
      return pkcs12Content(found, options.passphrase, inside);
    case "ocsp-request":
      return ocspRequestContent(bytes);
    case "ocsp-response":
      return ocspResponseContent(found, options.now, inside);
    case "parameters":
      return parametersContent(bytes);
    case "unknown":
      return unknownContent(found);
  }
}

function asn1Of({ kind, bytes }: Found): readonly Asn1Node[] {
  const options = { hidden: kind === "private-key" };
  return readTree(bytes).map((node) => asn1Report(node, structureOf(kind), options));
}
