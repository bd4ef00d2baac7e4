import { nul } from "../../../src/asn1/writer.ts";
import { checkCrls } from "../../../src/revocation/crl/check-crls.ts";
import type { RevocationVerdict } from "../../../src/revocation/revocation-verdict.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import type { CertificateList } from "../../../src/x509/certificate-list.ts";
import type { DistributionPoint } from "../../../src/x509/distribution-point.ts";
import { encodeExtension, encodeRawExtension } from "../../../src/x509/extension.ts";
import { crlDistributionPoints } from "../../../src/x509/extensions/crl-distribution-points.ts";
import { crlNumber } from "../../../src/x509/extensions/crl-number.ts";
import { deltaCrlIndicator } from "../../../src/x509/extensions/delta-crl-indicator.ts";
import {
  type IssuingDistributionPoint,
  issuingDistributionPoint,
} from "../../../src/x509/extensions/issuing-distribution-point.ts";
import { type CrlReason, reasonCode } from "../../../src/x509/extensions/reason-code.ts";
import type { GeneralName } from "../../../src/x509/general-name.ts";
import { now, TestIssuer } from "../test-issuer.ts";

export const ca = new TestIssuer("CN=CA");
export const leafKey = new TestIssuer("CN=leaf");
export const leaf = ca.certify(leafKey);

export const url = (value: string): GeneralName => ({ kind: "uri", value });
export const named = ({ name }: TestIssuer): GeneralName => ({ kind: "directoryName", name });
export const reason = (value: CrlReason) => encodeExtension(reasonCode, value, false);
export const number = (value: bigint) => encodeExtension(crlNumber, value, false);
export const delta = (base: bigint) => encodeExtension(deltaCrlIndicator, base, true);
export const unknownCritical = encodeRawExtension("1.2.3.4", nul(), true);

export function scope(facts: Partial<IssuingDistributionPoint>): Uint8Array {
  const point = {
    onlyContainsUserCerts: false,
    onlyContainsCaCerts: false,
    indirectCrl: false,
    onlyContainsAttributeCerts: false,
    ...facts,
  };
  return encodeExtension(issuingDistributionPoint, point, true);
}

export function leafWith(...points: readonly DistributionPoint[]): Certificate {
  return ca.certify(leafKey, { extensions: [encodeExtension(crlDistributionPoints, points, false)] });
}

export function check(
  certificate: Certificate,
  crls: readonly CertificateList[],
  signers: readonly Certificate[] = [],
) {
  return checkCrls({ certificate, issuer: ca.root }, { crls, at: now, findSigners: () => signers });
}

export function codes(verdict: RevocationVerdict): readonly string[] | string {
  return verdict.status === "undetermined" ? verdict.problems.map(({ code }) => code) : verdict.status;
}
