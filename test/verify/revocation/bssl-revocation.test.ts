import { describe, expect, it } from "vitest";
import { checkRevocation } from "../../../src/verify/revocation/check-revocation.ts";
import { readRevocationSources } from "../../../src/verify/revocation/revocation-sources.ts";
import { Certificate } from "../../../src/x509/certificate.ts";
import { type BsslCase, bsslRevocationCases } from "./bssl-cases.ts";

/** The one policy that is BoringSSL's own: its tests ask for information of at most seven days. */
const maxAgeMs = 7 * 24 * 60 * 60 * 1000;

/** Where the RFC and the case differ. A case that stands here and passes fails the test. */
const exceptions: Readonly<Record<string, string>> = {
  "bsslcrl::bad_idp_indirectcrl":
    "BoringSSL reads no indirect CRL at all. RFC 5280 section 6.3.3 (b) (1): without cRLIssuer in the distribution point, the CRL's " +
    "issuer must be the certificate's, and here it is; indirectCRL in its issuingDistributionPoint changes nothing in that.",
};

const cases = bsslRevocationCases();

describe.skipIf(cases === undefined)("BoringSSL's CRL and OCSP tests (skipped without ../shared)", () => {
  it.each(cases ?? [])("$id: $expected", (testCase) => {
    const isRight = answer(testCase) === testCase.expected;
    expect(isRight).toBe(exceptions[testCase.id] === undefined);
  });

  it("know every exception", () => {
    const ids = new Set(cases?.map(({ id }) => id));
    expect(Object.keys(exceptions).filter((id) => !ids.has(id))).toEqual([]);
  });
});

function answer({ at, bucket, trusted, leaf, crls, responses }: BsslCase): "accept" | "reject" {
  const [issuer, ...others] = trusted.map((der) => Certificate.parse(der));
  const subject = { certificate: Certificate.parse(leaf), issuer: issuer as Certificate };
  const options = { at, findSigners: () => others, ...(bucket === "max-age" && { maxAgeMs }) };
  const { status } = checkRevocation(subject, readRevocationSources(crls, responses), options);
  return status === "good" ? "accept" : "reject";
}
