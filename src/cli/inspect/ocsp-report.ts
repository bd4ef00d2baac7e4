import { toHex } from "../../asn1/bytes.ts";
import { parseOcspResponse } from "../../revocation/ocsp/ocsp-response.ts";
import type { ResponderId } from "../../revocation/ocsp/responder-id.ts";
import type { SingleResponse } from "../../revocation/ocsp/single-response.ts";
import { serialHex } from "../../x509/serial-number.ts";
import { relativeText, timeText } from "../text/time.ts";
import { reportExtensions } from "./extension-report.ts";
import { FieldList } from "./field-list.ts";
import type { Content, Found, Report } from "./report.ts";
import { addSignatureAlgorithm } from "./signature-fields.ts";

/** @throws PkiError ERR_DER */
export async function ocspResponseContent(
  { file, bytes }: Found,
  now: Date,
  describeInner: (found: Found) => Promise<Report>,
): Promise<Content> {
  const response = parseOcspResponse(bytes);
  const list = new FieldList();
  list.add("responseStatus", () => response.status);
  if (response.status !== "successful") return { title: "OCSP response", fields: list.fields, warnings: list.warnings };
  const { basic } = response;
  list.add("responder", () => responderText(basic.responderId));
  list.add(
    "producedAt",
    () => timeText(basic.producedAt),
    () => relativeText(basic.producedAt, now),
  );
  list.add("answers", () => basic.responses.map((answer) => answerText(answer, now)));
  addSignatureAlgorithm(list, () => basic.signatureAlgorithm);
  const extensions = reportExtensions(list, () => basic.extensions);
  for (const { nextUpdate } of basic.responses)
    if (nextUpdate !== undefined && now > nextUpdate)
      list.warn(`an answer is out of date: ${relativeText(nextUpdate, now)}`);
  const contains: Report[] = [];
  for (const der of basic.certificateDers)
    contains.push(await describeInner({ kind: "certificate", file, encoding: "DER", bytes: der, block: undefined }));
  return { title: "OCSP response", fields: list.fields, extensions, warnings: list.warnings, contains };
}

function responderText(id: ResponderId): string {
  return id.kind === "name" ? id.name.toString() : `the key ${toHex(id.keyHash)}`;
}

/** "4f2a…: good until 2027-01-01T00:00:00Z, in 3 days". */
function answerText({ certId, status, thisUpdate, nextUpdate }: SingleResponse, now: Date): string {
  const verdict =
    status.kind === "revoked"
      ? `revoked ${timeText(status.at)}${status.reason === undefined ? "" : ` for ${status.reason}`}`
      : status.kind;
  const until = nextUpdate === undefined ? "" : ` until ${timeText(nextUpdate)}, ${relativeText(nextUpdate, now)}`;
  return `${serialHex(certId.serialNumber)}: ${verdict}, as of ${timeText(thisUpdate)}${until}`;
}
