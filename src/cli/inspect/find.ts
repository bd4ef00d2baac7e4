import { asBuffer } from "../../asn1/bytes.ts";
import { TAG } from "../../asn1/tag.ts";
import { isTraditionallyEncrypted } from "../../keys/traditional-pem.ts";
import { looksLikePem, type PemBlock, parsePem } from "../../x509/pem.ts";
import { certificateDerOf, isCertificateLabel } from "../../x509/trusted-certificate.ts";
import { foreignFormat } from "./foreign-format.ts";
import type { Found, Kind } from "./report.ts";
import { kindOfShape } from "./shape.ts";

/** Every object of an input: the blocks of a PEM file, one DER structure, base64 without its frame, or a JWK. @throws PkiError ERR_PEM, ERR_NO_OBJECT */
export function findObjects(bytes: Uint8Array, file: string): readonly Found[] {
  if (looksLikePem(bytes)) return parsePem(bytes).map((block) => fromPem(block, file));
  const text = asBuffer(bytes).toString("latin1").trim();
  if (text.startsWith("{")) return [{ kind: jwkKind(text), file, encoding: "JWK", bytes, block: undefined }];
  if (/^M[A-Za-z0-9+/=\s]+$/.test(text)) return [bare(Buffer.from(text, "base64"), file, "base64")];
  return [bare(bytes, file, "DER")];
}

function bare(bytes: Uint8Array, file: string, encoding: "DER" | "base64"): Found {
  if (bytes[0] !== TAG.sequence) throw foreignFormat(bytes, file);
  return { kind: kindOfShape(bytes) ?? "unknown", file, encoding, bytes, block: undefined };
}

function fromPem(block: PemBlock, file: string): Found {
  const { label, der } = block;
  const found = { file, encoding: "PEM", block } as const;
  if (isTraditionallyEncrypted(block)) return { ...found, kind: "encrypted-private-key", bytes: der };
  const bytes = isCertificateLabel(label) ? certificateDerOf(label, der) : der;
  return { ...found, kind: kindOfShape(bytes) ?? labelKind(label), bytes };
}

/** For what is too broken to be told by its shape. */
function labelKind(label: string): Kind {
  if (isCertificateLabel(label)) return "certificate";
  if (label.endsWith("CERTIFICATE REQUEST")) return "certificate-request";
  return label === "X509 CRL" ? "crl" : "unknown";
}

function jwkKind(text: string): Kind {
  return /"d"\s*:/.test(text) ? "private-key" : "public-key";
}
