import { describe, expect, it } from "vitest";
import { type CrlSpec, issueCrl } from "../../src/faults/build/crl.ts";
import type { FindingCode } from "../../src/verify/explanations/index.ts";
import { verify } from "../../src/verify/verify.ts";
import type { VerifyOptions } from "../../src/verify/verify-options.ts";
import { encodeExtension } from "../../src/x509/extension.ts";
import { crlNumber } from "../../src/x509/extensions/crl-number.ts";
import { nameConstraints } from "../../src/x509/extensions/name-constraints.ts";
import { ca, days, type Issued, keyOf, leaf, NOW, root, san } from "./pki.ts";

const anchor = root();
const issuing = ca(anchor);
const good = leaf(issuing);

/** A chain with one thing wrong that the fault catalogue makes in another way, or that no client tells of. */
interface Variant {
  readonly code: FindingCode;
  readonly how: string;
  readonly sent: readonly Issued[];
  readonly options?: Partial<VerifyOptions>;
  readonly isRefused: boolean;
  readonly index?: number;
}

const wildcard = leaf(issuing, { extensions: { subjectAltName: san("*.example.test") } });
const young = root({ subject: "CN=Young Root", notBefore: days(10) });
const youngIssuing = ca(young);
const limited = { base: { kind: "dns", value: "localhost" }, minimum: 0, maximum: 3 } as const;
const bounds = encodeExtension(nameConstraints, { permitted: [limited], excluded: [] }, true);
const bounded = ca(anchor, { extensions: { nameConstraints: bounds } });

const withCrl = (spec: CrlSpec): Pick<Variant, "sent" | "options" | "isRefused"> => ({
  sent: [good, issuing],
  options: { crls: [issueCrl(anchor, {}, NOW), issueCrl(issuing, spec, NOW)], revocation: "require" },
  isRefused: false,
});

const variants: readonly Variant[] = [
  {
    code: "same-name-issuer-other-key",
    how: "where identifiers tell the keys apart",
    sent: [good, ca(anchor, { key: keyOf("made again") })],
    isRefused: true,
  },
  {
    code: "wrong-host-wildcard",
    how: "one label too deep",
    sent: [wildcard, issuing],
    options: { name: "a.b.example.test" },
    isRefused: true,
  },
  {
    code: "not-yet-valid",
    how: "of the root alone",
    sent: [leaf(youngIssuing), youngIssuing],
    options: { trust: [young.der] },
    isRefused: true,
    index: 2,
  },
  { code: "nc-unsupported-type", how: "by a maximum", sent: [leaf(bounded), bounded], isRefused: true },
  { code: "crl-no-number", how: "of the issuing CA", ...withCrl({ extensions: { crlNumber: undefined } }) },
  {
    code: "crl-number-critical",
    how: "of the issuing CA",
    ...withCrl({ extensions: { crlNumber: encodeExtension(crlNumber, 1n, true) } }),
  },
];

describe("the verifier", () => {
  it("has nothing to say of a chain without faults", () => {
    const result = verify([good.der, issuing.der], { trust: [anchor.der], at: NOW, name: "localhost" });
    expect(result).toMatchObject({ valid: true, findings: [], tried: [] });
    expect(result.skipped).toEqual(["revocation: no CRL or OCSP source given"]);
    expect(JSON.parse(JSON.stringify(result.path))).toEqual([
      expect.objectContaining({ subject: "CN=localhost", issuer: "CN=Issuing CA", from: "sent" }),
      expect.objectContaining({ subject: "CN=Issuing CA", from: "sent" }),
      expect.objectContaining({ subject: "CN=Root", from: "trust", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    ]);
  });

  it.each(variants)("names $code $how", ({ code, sent, options, isRefused, index = 0 }) => {
    const asked = { trust: [anchor.der], at: NOW, name: "localhost", purpose: "serverAuth" };
    const { valid, findings } = verify(
      sent.map(({ der }) => der),
      { ...asked, ...options },
    );
    expect(findings[0], JSON.stringify(findings, null, 1)).toMatchObject({ code, index });
    expect(valid).toBe(!isRefused);
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map((error) => error.code)).toEqual(isRefused ? [code] : []);
  });
});
