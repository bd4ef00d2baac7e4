import { PublicKey } from "../../keys/public-key.ts";
import { verifySignature } from "../../keys/verify-signature.ts";
import { CertificationRequest } from "../../x509/certification-request.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import { generalNameText } from "../../x509/general-name-text.ts";
import { reportExtensions } from "./extension-report.ts";
import { FieldList } from "./field-list.ts";
import { addSpki } from "./key-fields.ts";
import type { Content } from "./report.ts";
import { addSignatureAlgorithm } from "./signature-fields.ts";

/** @throws PkiError ERR_DER when not even its outer structure can be walked */
export function requestContent(der: Uint8Array): Content {
  const request = CertificationRequest.parse(der);
  const list = new FieldList();
  list.add("subject", () => request.subject.toString());
  list.add("names", () => request.extension(subjectAltName)?.value.map(generalNameText));
  addSpki(list, () => request.spkiDer);
  addSignatureAlgorithm(list, () => request.signatureAlgorithm);
  list.add("signature", () => proof(request));
  list.add("challengePassword", () => (request.challengePassword === undefined ? undefined : "present"));
  const extensions = reportExtensions(list, () => request.requestedExtensions);
  if (list.fields.signature?.value === "bad")
    list.warn("the signature does not fit the key: whoever made this request does not hold it, or it was changed");
  const name = list.try("subject", () => request.subject.commonName);
  return {
    title: `certificate request${name ? ` of ${name}` : ""}`,
    fields: list.fields,
    extensions,
    warnings: list.warnings,
  };
}

/** Whether the requester holds the key (RFC 2986 section 3). */
function proof({ signatureAlgorithm, spkiDer, infoDer, signature }: CertificationRequest): string {
  return verifySignature(signatureAlgorithm, PublicKey.fromSpki(spkiDer), infoDer, signature);
}
