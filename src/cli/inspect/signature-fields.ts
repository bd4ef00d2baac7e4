import { oidWords } from "../../asn1/oids.ts";
import { signatureAlgorithmOf } from "../../keys/signature-algorithms.ts";
import type { AlgorithmIdentifier } from "../../x509/algorithm-identifier.ts";
import type { FieldList } from "./field-list.ts";

/** How something was signed; a hash that can be forged is a warning. */
export function addSignatureAlgorithm(list: FieldList, read: () => AlgorithmIdentifier): void {
  const identifier = list.try("the signature algorithm", read);
  if (identifier === undefined) return;
  const algorithm = signatureAlgorithmOf(identifier);
  list.add("signatureAlgorithm", () => algorithm?.words ?? oidWords(identifier.oid));
  if (algorithm?.weak !== undefined)
    list.warn(`the signature uses ${algorithm.weak.toUpperCase()}, which can be forged`);
}
