import { CertificateList } from "../../x509/certificate-list.ts";
import { reasonCode } from "../../x509/extensions/reason-code.ts";
import type { RevokedCertificate } from "../../x509/revoked-certificate.ts";
import { relativeText, timeText } from "../text/time.ts";
import { reportExtensions } from "./extension-report.ts";
import { FieldList } from "./field-list.ts";
import type { Content } from "./report.ts";
import { addSignatureAlgorithm } from "./signature-fields.ts";

/** Entries that are shown one by one; the others are counted. */
const SHOWN_ENTRIES = 20;

/** @throws PkiError ERR_DER when not even its outer structure can be walked */
export function crlContent(der: Uint8Array, now: Date): Content {
  const crl = CertificateList.parse(der);
  const list = new FieldList();
  const title = `CRL of ${list.try("issuer", () => crl.issuer.commonName ?? crl.issuer.toString()) ?? "an unreadable issuer"}`;
  list.add("issuer", () => crl.issuer.toString());
  list.add(
    "thisUpdate",
    () => timeText(crl.thisUpdate),
    () => relativeText(crl.thisUpdate, now),
  );
  addNextUpdate(list, crl, now);
  addEntries(list, crl);
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

function addEntries(list: FieldList, crl: CertificateList): void {
  const shown: string[] = [];
  let count = 0;
  list.try("the revoked certificates", () => {
    for (const entry of crl.entries()) if (++count <= SHOWN_ENTRIES) shown.push(entryText(entry));
  });
  list.add("revokedCertificates", () => count);
  list.add(
    "entries",
    () => (count === 0 ? undefined : shown),
    () => (count > SHOWN_ENTRIES ? `the first ${SHOWN_ENTRIES}` : undefined),
  );
}

function entryText(entry: RevokedCertificate): string {
  const reason = entry.extension(reasonCode)?.value;
  return `${entry.serialHex} since ${timeText(entry.revokedAt)}${reason === undefined ? "" : `: ${reason}`}`;
}
