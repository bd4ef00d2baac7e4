import { describe, expect, it } from "vitest";
import type { RuleSet } from "../../src/verify/rule-set.ts";
import { rfc5280 } from "../../src/verify/rule-sets/rfc5280.ts";
import { verify } from "../../src/verify/verify.ts";
import { ca, days, leaf, NOW, root } from "./pki.ts";

const anchor = root();
const issuing = ca(anchor);
const asked = { trust: [anchor.der], at: NOW, purpose: "serverAuth", name: "localhost" };

describe("a rule that crashes", () => {
  it("is a finding that refuses the chain, and the others still run", () => {
    const late = leaf(issuing, { notAfter: days(-1) });
    const unnamed = { kind: "dns", value: undefined as unknown as string } as const;
    const { valid, findings } = verify([late.der, issuing.der], { ...asked, name: unnamed });
    expect(valid).toBe(false);
    expect(findings.map(({ code }) => code)).toEqual(["rule-crashed", "expired-leaf"]);
    expect(findings[0]?.message).toMatch(/^the rule wrong-host failed: /);
  });
});

describe("a rule set of one's own", () => {
  const own = (severities: RuleSet["severities"], settings = rfc5280.settings): RuleSet => ({
    name: "own",
    summary: "Our own.",
    severities,
    settings,
  });
  const late = leaf(issuing, { notAfter: days(-1) });

  it("says how much a finding counts", () => {
    const as = (severity: "warning" | "off") =>
      verify([late.der, issuing.der], { ...asked, rules: own({ "expired-leaf": severity }) });
    expect(as("warning")).toMatchObject({ valid: true, findings: [{ code: "expired-leaf", severity: "warning" }] });
    expect(as("off")).toMatchObject({ valid: true, findings: [] });
  });

  it("cannot let a bad signature pass, nor a path that ends nowhere", () => {
    const quiet = own({ "bad-signature-leaf": "off", "missing-intermediate": "off", "trust-only-intermediate": "off" });
    const corrupt = leaf(issuing, { corrupt: true });
    expect(verify([corrupt.der, issuing.der], { ...asked, rules: quiet }).valid).toBe(false);
    expect(verify([leaf(issuing).der], { ...asked, rules: quiet }).valid).toBe(false);
    const strict = { ...quiet, settings: { ...rfc5280.settings, partialChains: false } };
    const trust = [issuing.der];
    expect(verify([leaf(issuing).der], { ...asked, trust, rules: strict }).valid).toBe(false);
  });

  it("may take anchors for names and keys, whose dates and limits do not count", () => {
    const old = root({ subject: "CN=Old", notAfter: days(-1), extensions: { basicConstraints: undefined } });
    const below = ca(old);
    const bare = own({}, { ...rfc5280.settings, anchors: "name-and-key" });
    const chain = [leaf(below).der, below.der];
    expect(verify(chain, { ...asked, trust: [old.der] }).valid).toBe(false);
    expect(verify(chain, { ...asked, trust: [old.der], rules: bare }).valid).toBe(true);
  });
});
