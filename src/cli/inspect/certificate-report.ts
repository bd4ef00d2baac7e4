import { createHash } from "node:crypto";
import { PublicKey } from "../../keys/public-key.ts";
import { verifySignature } from "../../keys/verify-signature.ts";
import { Certificate } from "../../x509/certificate.ts";
import { generalNameText } from "../../x509/general-name-text.ts";
import { durationText, relativeText, timeText } from "../text/time.ts";
import { reportExtensions } from "./extension-report.ts";
import { FieldList } from "./field-list.ts";
import { addSpki } from "./key-fields.ts";
import type { Content } from "./report.ts";
import { addSignatureAlgorithm } from "./signature-fields.ts";

/** @throws PkiError ERR_DER when not even its outer structure can be walked */
export function certificateContent(der: Uint8Array, now: Date): Content {
  const certificate = Certificate.parse(der);
  const list = new FieldList();
  list.add("version", () => (certificate.version === 3 ? undefined : certificate.version));
  list.add(
    "subject",
    () => certificate.subject.toString(),
    (subject) => (subject === "" ? "nobody: the names are below" : undefined),
  );
  list.add(
    "issuer",
    () => certificate.issuer.toString(),
    () => issuerWords(certificate),
  );
  list.add("serialNumber", () => certificate.serialHex);
  addValidity(list, certificate, now);
  list.add("names", () => certificate.subjectAltName?.value.map(generalNameText));
  addSpki(list, () => certificate.spkiDer);
  addSignatureAlgorithm(list, () => certificate.signatureAlgorithm);
  const extensions = reportExtensions(list, () => certificate.extensions);
  list.add("sha256", () => certificate.sha256);
  list.add("sha1", () => createHash("sha1").update(der).digest("hex"));
  return { title: certificateTitle(list, certificate), fields: list.fields, extensions, warnings: list.warnings };
}

function certificateTitle(list: FieldList, certificate: Certificate): string {
  const ca = list.try("basicConstraints", () => certificate.basicConstraints?.value.ca);
  const name = list.try("subject", () => certificate.subject.commonName) ?? firstName(list);
  return `${ca ? "CA certificate" : "certificate"}${name === undefined ? "" : ` of ${name}`}`;
}

function firstName({ fields }: FieldList): string | undefined {
  const names = fields.names?.value;
  return Array.isArray(names) ? names[0]?.replace(/^\w+:/, "") : undefined;
}

/** Whether a certificate with its own name as issuer also signed itself (RFC 5280 section 3.2). */
function issuerWords(certificate: Certificate): string | undefined {
  if (!certificate.isSelfIssued) return undefined;
  const key = PublicKey.fromSpki(certificate.spkiDer);
  const { signatureAlgorithm, tbsDer, signature } = certificate;
  const verdict = verifySignature(signatureAlgorithm, key, tbsDer, signature);
  return verdict === "good" ? "itself: self-signed" : `of the same name, but another key signed it (${verdict})`;
}

function addValidity(list: FieldList, certificate: Certificate, now: Date): void {
  const validity = list.try("the validity", () => certificate.validity);
  if (validity === undefined) return;
  const { notBefore, notAfter } = validity;
  const early = now < notBefore;
  const late = now > notAfter; // notAfter itself is inside: RFC 5280 section 4.1.2.5
  const lifetime = durationText(notAfter.getTime() - notBefore.getTime() + 1000);
  list.add(
    "notBefore",
    () => timeText(notBefore),
    () => relativeText(notBefore, now),
  );
  list.add(
    "notAfter",
    () => timeText(notAfter),
    () => `${late ? "expired" : "expires"} ${relativeText(notAfter, now)}, valid for ${lifetime}`,
  );
  if (early) list.warn(`it counts only ${relativeText(notBefore, now)}: check this machine's clock`);
  if (late) list.warn(`it expired ${relativeText(notAfter, now)}`);
}
