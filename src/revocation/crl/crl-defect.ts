import { equalBytes } from "../../asn1/bytes.ts";
import { DerReader } from "../../asn1/reader.ts";
import { TAG } from "../../asn1/tag.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import { type CertificateList, MAX_CRL_BYTES } from "../../x509/certificate-list.ts";
import type { Extension, ExtensionCodec } from "../../x509/extension.ts";
import { authorityKeyIdentifier } from "../../x509/extensions/authority-key-identifier.ts";
import { certificateIssuer } from "../../x509/extensions/certificate-issuer.ts";
import { crlNumber } from "../../x509/extensions/crl-number.ts";
import { deltaCrlIndicator } from "../../x509/extensions/delta-crl-indicator.ts";
import { issuingDistributionPoint } from "../../x509/extensions/issuing-distribution-point.ts";
import { reasonCode } from "../../x509/extensions/reason-code.ts";
import type { RevocationProblem } from "../revocation-verdict.ts";

/** The extensions that are acted upon: of a list, and of an entry. All others may stand there only if they are not critical. */
const listExtensions: readonly ExtensionCodec<unknown>[] = [
  authorityKeyIdentifier,
  crlNumber,
  deltaCrlIndicator,
  issuingDistributionPoint,
];
const entryExtensions: readonly ExtensionCodec<unknown>[] = [reasonCode, certificateIssuer];

const known = new WeakMap<CertificateList, { readonly defect: RevocationProblem | undefined }>();

/**
 * Why a list cannot be used for any certificate: it is malformed somewhere, or a critical extension of the list or of any entry is not
 * known (RFC 5280 sections 5.2 and 5.3). Found in one walk, which is made once for each list.
 */
export function crlDefect(crl: CertificateList): RevocationProblem | undefined {
  const { defect } = known.get(crl) ?? { defect: findDefect(crl) };
  known.set(crl, { defect });
  return defect;
}

function findDefect(crl: CertificateList): RevocationProblem | undefined {
  try {
    return (
      fieldDefect(crl) ?? scopeDefect(crl) ?? extensionDefect(crl.extensions, listExtensions, "it") ?? entryDefect(crl)
    );
  } catch (error) {
    if (isPkiError(error)) return malformed(error.message);
    throw error;
  }
}

/** RFC 5280 section 5.1. @throws PkiError at a field that does not decode */
function fieldDefect(crl: CertificateList): RevocationProblem | undefined {
  const { version, extensions, issuer, thisUpdate, nextUpdate = thisUpdate } = crl;
  if (issuer.isEmpty) return malformed("it names no issuer");
  if (version !== 2 && hasVersion(crl))
    return malformed(`its version is ${version}, and must be 2 where it is written`);
  if (version !== 2 && extensions.length > 0) return malformed("it has extensions, and version 1 has none");
  if (!equalBytes(crl.signatureAlgorithm.der, crl.tbsSignatureAlgorithm.der))
    return malformed("the signature algorithms inside and outside of the signed part differ");
  for (const codec of listExtensions) crl.extension(codec); // throws when one does not decode
  return nextUpdate < thisUpdate ? malformed("its nextUpdate lies before its thisUpdate") : undefined;
}

/** RFC 5280 section 5.2.5: the extension says something, and at most one of the three kinds of certificate. */
function scopeDefect(crl: CertificateList): RevocationProblem | undefined {
  const point = crl.extension(issuingDistributionPoint)?.value;
  if (point === undefined) return undefined;
  const { onlyContainsUserCerts, onlyContainsCaCerts, onlyContainsAttributeCerts } = point;
  const kinds = [onlyContainsUserCerts, onlyContainsCaCerts, onlyContainsAttributeCerts].filter((only) => only);
  if (kinds.length > 1)
    return malformed("its issuingDistributionPoint restricts it to two kinds of certificate at once");
  return issuingDistributionPoint.encode(point).length === 2
    ? malformed("its issuingDistributionPoint is empty")
    : undefined;
}

/** @throws PkiError at an entry that does not decode */
function entryDefect(crl: CertificateList): RevocationProblem | undefined {
  const mayHaveExtensions = crl.version === 2;
  for (const entry of crl.entries()) {
    const { extensions } = entry;
    void entry.revokedAt; // throws when it does not decode
    if (extensions.length === 0) continue;
    if (!mayHaveExtensions) return malformed("an entry has extensions, and version 1 has none");
    const defect = extensionDefect(extensions, entryExtensions, `its entry ${entry.serialHex}`);
    if (defect !== undefined) return defect;
  }
  return undefined;
}

function extensionDefect(
  extensions: readonly Extension[],
  processed: readonly ExtensionCodec<unknown>[],
  whose: string,
): RevocationProblem | undefined {
  const seen = new Set<string>();
  for (const { oid, critical } of extensions) {
    if (seen.has(oid)) return malformed(`${whose} has the extension ${oid} twice`);
    seen.add(oid);
    if (critical && !processed.some((codec) => codec.oid === oid))
      return { code: "crl-unknown-critical", detail: `${whose} has a critical extension that nobody knows, ${oid}` };
  }
  return undefined;
}

function hasVersion({ tbsDer }: CertificateList): boolean {
  return DerReader.of(tbsDer, { maxBytes: MAX_CRL_BYTES }).sequence().peek() === TAG.integer;
}

function malformed(detail: string): RevocationProblem {
  return { code: "malformed-der", detail };
}
