import { isPkiError } from "../../errors/pki-error.ts";
import type { Passphrase } from "../../keys/passphrase.ts";
import { certificateContent } from "./certificate-report.ts";
import { crlContent } from "./crl-report.ts";
import { encryptedKeyContent, privateKeyContent, publicKeyContent } from "./key-report.ts";
import { opensslCommand } from "./openssl-command.ts";
import type { Content, Found, Report } from "./report.ts";
import { requestContent } from "./request-report.ts";

export interface DescribeOptions {
  readonly now: Date;
  readonly passphrase: Passphrase | undefined;
  /** Nothing else stands in its file. */
  readonly alone: boolean;
}

/** What one object is, field by field. @throws PkiError ERR_PASSPHRASE_WRONG and what else only the user can mend */
export async function describe(found: Found, options: DescribeOptions): Promise<Report> {
  const { kind, file, encoding, block } = found;
  const place = { kind, file, ...(block && { line: block.line }), encoding };
  const openssl = opensslCommand(found, options.alone);
  const content = await read(found, options);
  return { ...place, ...content, openssl };
}

async function read(found: Found, options: DescribeOptions): Promise<Content> {
  try {
    return await contentOf(found, options);
  } catch (error) {
    if (!isPkiError(error) || error.code.startsWith("ERR_PASSPHRASE")) throw error;
    return { title: `${found.kind.replaceAll("-", " ")}, damaged`, fields: {}, warnings: [error.message] };
  }
}

function contentOf(found: Found, { now, passphrase }: DescribeOptions): Content | Promise<Content> {
  switch (found.kind) {
    case "certificate":
      return certificateContent(found.bytes, now);
    case "certificate-request":
      return requestContent(found.bytes);
    case "crl":
      return crlContent(found.bytes, now);
    case "private-key":
      return privateKeyContent(found);
    case "encrypted-private-key":
      return encryptedKeyContent(found, passphrase);
    case "public-key":
      return publicKeyContent(found);
    default:
      return { title: found.kind, fields: {}, warnings: [] };
  }
}
