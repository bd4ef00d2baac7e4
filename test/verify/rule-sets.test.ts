import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Laboratory } from "../../src/faults/build/laboratory.ts";
import { faultNamed } from "../../src/faults/catalogue.ts";
import type { Fault } from "../../src/faults/fault.ts";
import { judgeScene } from "../../src/lab/judge-scene.ts";
import { explanations } from "../../src/verify/explanations/index.ts";
import { type RuleSetName, ruleSetNamed, ruleSets } from "../../src/verify/rule-sets/index.ts";
import { certificateRules, givenRules, pathRules } from "../../src/verify/rules/index.ts";
import { verify } from "../../src/verify/verify.ts";
import { ca, leaf, NOW, root } from "./pki.ts";

const rules = [...certificateRules, ...pathRules, ...givenRules];
const names = Object.keys(ruleSets) as RuleSetName[];

describe("the table of rules", () => {
  it("holds each rule once, with its source and a sentence", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, citation, summary } of rules) {
      expect(citation, id).toMatch(/RFC \d+|NIST|CA\/Browser Forum|Apple|X\.690|X509_V/);
      expect(summary, id).toMatch(/^[A-Za-z].*\.$/);
    }
  });
});

describe("the table of explanations", () => {
  it.each(Object.entries(explanations))("says of %s why it matters and what to do", (_, { why, fix }) => {
    expect(why).toMatch(/^[`A-Za-z].*\.$/s);
    expect(fix.length).toBeGreaterThan(0);
    for (const { text } of fix) expect(text).toMatch(/^\S.*[^.]$/s);
  });
});

describe("a rule set", () => {
  it.each(names)("%s takes a chain without faults", (name) => {
    const issuing = ca(root());
    const asked = { trust: [root().der], at: NOW, name: "localhost", purpose: "serverAuth", rules: name };
    const result = verify([leaf(issuing).der, issuing.der], asked);
    expect(result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(ruleSets[name]).toMatchObject({ name, summary: expect.stringMatching(/\.$/) });
  });

  it("that is unknown is a wrong argument", () => {
    expect(() => ruleSetNamed("toString")).toThrowError(TypeError);
  });
});

const messages = new URL("../../../shared/data/client-messages.json", import.meta.url);
const clients: Readonly<Record<string, RuleSetName>> = {
  openssl: "openssl",
  curl: "openssl",
  python: "openssl",
  pip: "openssl",
  requests: "openssl",
  ruby: "openssl",
  php: "openssl",
  perl: "openssl",
  python313_strict_flags: "python-3.13",
  node: "node",
  npm: "node",
  "node-fetch": "node",
  go: "go",
  java: "java",
  gnutls: "gnutls",
  wget: "gnutls",
  git: "gnutls",
  chromium156: "chromium",
  firefox153: "firefox",
};

interface Message {
  readonly fault: string;
  readonly client: string;
}

/** The faults that a client was seen to refuse. */
function refusals(): readonly (readonly [string, string])[] {
  const seen = JSON.parse(readFileSync(messages, "utf8")) as readonly Message[];
  const pairs = seen.flatMap(({ fault, client }) => {
    const rules = clients[client];
    return rules && hasChain(faultNamed(fault)) ? [`${fault} ${rules}`] : [];
  });
  return [...new Set(pairs)].sort().map((pair) => pair.split(" ") as [string, string]);
}

function hasChain(fault: Fault | undefined): fault is Fault {
  return fault !== undefined && fault.raises.length > 0;
}

const laboratory = new Laboratory(NOW);

describe.skipIf(!existsSync(messages))("what real clients refused (skipped without ../shared/data)", () => {
  it.each(existsSync(messages) ? refusals() : [])("%s is refused by the rule set %s", (id, name) => {
    const scene = laboratory.build(faultNamed(id) as Fault);
    expect(judgeScene(scene, NOW, name as RuleSetName).valid).toBe(false);
  });
});
