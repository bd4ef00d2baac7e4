import { DerReader } from "../../asn1/reader.ts";
import { walkEntries } from "../../revocation/crl/walk-entries.ts";
import { CertificateList } from "../../x509/certificate-list.ts";
import { certificateIssuer } from "../../x509/extensions/certificate-issuer.ts";
import { reasonCode } from "../../x509/extensions/reason-code.ts";
import { generalNameText } from "../../x509/general-name-text.ts";
import { type EntryFields, entryExtensions } from "../../x509/revoked-certificate.ts";
import { serialHex } from "../../x509/serial-number.ts";
import { relativeText, timeText } from "../text/time.ts";
import { reportExtensions } from "./extension-report.ts";
import { FieldList } from "./field-list.ts";
import type { Content, CrlSource } from "./report.ts";
import { addSignatureAlgorithm } from "./signature-fields.ts";

/** Entries that are shown one by one; the others are counted. */
const SHOWN_ENTRIES = 20;

/** A list that is in memory. @throws PkiError ERR_DER when not even its outer structure can be walked */
export function crlInMemory(der: Uint8Array): CrlSource {
  const list = CertificateList.parse(der);
  return { list, entryChunks: () => [list.entriesDer] };
}

/** @param serial of the certificate that is looked for, as `serialHex` has it; without one the first entries are shown */
export async function crlContent({ list: crl, entryChunks }: CrlSource, now: Date, serial?: string): Promise<Content> {
  const list = new FieldList();
  const title = `CRL of ${list.try("issuer", () => crl.issuer.commonName ?? crl.issuer.toString()) ?? "an unreadable issuer"}`;
  list.add("issuer", () => crl.issuer.toString());
  list.add(
    "thisUpdate",
    () => timeText(crl.thisUpdate),
    () => relativeText(crl.thisUpdate, now),
  );
  addNextUpdate(list, crl, now);
  await addEntries(list, entryChunks(), serial);
  addSignatureAlgorithm(list, () => crl.signatureAlgorithm);
  const extensions = reportExtensions(list, () => crl.extensions);
  return { title, fields: list.fields, extensions, warnings: list.warnings };
}

function addNextUpdate(list: FieldList, crl: CertificateList, now: Date): void {
  const nextUpdate = list.try("nextUpdate", () => crl.nextUpdate);
  if (nextUpdate === undefined) return;
  const late = now > nextUpdate;
  list.add(
    "nextUpdate",
    () => timeText(nextUpdate),
    () => relativeText(nextUpdate, now),
  );
  if (late) list.warn(`it is out of date: the next one was due ${relativeText(nextUpdate, now)}`);
}

async function addEntries(
  list: FieldList,
  chunks: ReturnType<CrlSource["entryChunks"]>,
  serial: string | undefined,
): Promise<void> {
  const shown: string[] = [];
  let count = 0;
  const walked = walkEntries(chunks, (entry) => {
    count++;
    const isShown = serial === undefined ? count <= SHOWN_ENTRIES : serialHex(entry.serialNumber.content) === serial;
    if (isShown) shown.push(list.try(`entry ${count}`, () => entryText(entry)) ?? "unreadable");
  });
  const failure = await walked.then(
    () => undefined,
    (error: unknown) => error,
  );
  list.try("the revoked certificates", () => {
    if (failure !== undefined) throw failure;
  });
  list.add("revokedCertificates", () => count);
  if (serial !== undefined) list.add(MATCHES, () => (shown.length > 0 ? shown : `none: ${serial} is not on this list`));
  else
    list.add(
      "entries",
      () => (count === 0 ? undefined : shown),
      () => (count > SHOWN_ENTRIES ? `the first ${SHOWN_ENTRIES}` : undefined),
    );
}

/** The field of the entries of the certificate that is looked for. */
const MATCHES = "matches";

/** True when the report is of a list that has the certificate that was looked for. */
export function hasMatches({ fields }: Content): boolean {
  return Array.isArray(fields[MATCHES]?.value);
}

function entryText(fields: EntryFields): string {
  const revokedAt = DerReader.over(fields.revocationDate).time("revocationDate");
  const extensions = entryExtensions(fields);
  const reason = extensions.get(reasonCode)?.value;
  const issuer = extensions.get(certificateIssuer)?.value.map(generalNameText).join(", ");
  const what = `${serialHex(fields.serialNumber.content)} since ${timeText(revokedAt)}`;
  return `${what}${reason === undefined ? "" : `: ${reason}`}${issuer === undefined ? "" : ` (of ${issuer})`}`;
}
