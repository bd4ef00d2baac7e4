import { toHex } from "../../asn1/bytes.ts";
import { oidWords } from "../../asn1/oids.ts";
import type { CertId } from "../../revocation/ocsp/cert-id.ts";
import { parseOcspRequest } from "../../revocation/ocsp/ocsp-request.ts";
import { serialHex } from "../../x509/serial-number.ts";
import { reportExtensions } from "./extension-report.ts";
import { FieldList } from "./field-list.ts";
import type { Content } from "./report.ts";

/** Certificates that are shown one by one; the others are counted. */
const SHOWN = 20;

/** @throws PkiError ERR_DER */
export function ocspRequestContent(bytes: Uint8Array): Content {
  const request = parseOcspRequest(bytes);
  const { certIds } = request;
  const list = new FieldList();
  list.add(
    "asks",
    () => certIds.slice(0, SHOWN).map(certIdText),
    () => (certIds.length > SHOWN ? `the first ${SHOWN} of ${certIds.length}` : undefined),
  );
  const extensions = reportExtensions(list, () => request.extensions);
  return { title: "OCSP request", fields: list.fields, extensions, warnings: list.warnings };
}

/** "4f2a… of the issuer with name 8d74… and key 0125…, by SHA-1". */
function certIdText({ serialNumber, issuerNameHash, issuerKeyHash, hashOid }: CertId): string {
  const issuer = `the issuer with name ${toHex(issuerNameHash)} and key ${toHex(issuerKeyHash)}`;
  return `${serialHex(serialNumber)} of ${issuer}, by ${oidWords(hashOid)}`;
}
