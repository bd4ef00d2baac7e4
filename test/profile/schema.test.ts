import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { PkiError } from "../../src/errors/pki-error.ts";
import { builtinProfileNames, builtinProfiles } from "../../src/profile/builtin-profiles.ts";
import { explainProfile } from "../../src/profile/explain-profile.ts";
import { checkProfile, parseProfile } from "../../src/profile/schema/parse-profile.ts";
import { profileFields } from "../../src/profile/schema/profile-fields.ts";

const minimal = `name: mine
kind: end-entity
validity:
  default: 30d
  max: 90d
keys: [ecdsa-p256]
`;

describe("a template", () => {
  it("needs little: all else has a default", () => {
    const profile = parseProfile(minimal, "mine.yaml");
    expect(profile.validity).toEqual({
      default: 2_592_000,
      min: 600,
      max: 7_776_000,
      backdate: 300,
      outlivesIssuer: "refuse",
    });
    expect(profile.keyUsage).toEqual(["digitalSignature"]);
    expect(profile.crlDistributionPoints).toBe("authority");
  });

  it("may write identifiers by name, keyword or digits", () => {
    const profile = parseProfile(
      `${minimal}subject:\n  fixed: {O: Acme, countryName: DE}\n  required: [2.5.4.3]\nextendedKeyUsage:\n  purposes: [ServerAuth, 1.2.3.4]\n`,
      "mine.yaml",
    );
    expect(profile.subject).toMatchObject({ fixed: { "2.5.4.10": "Acme", "2.5.4.6": "DE" }, required: ["2.5.4.3"] });
    expect(profile.extendedKeyUsage.purposes).toEqual(["1.3.6.1.5.5.7.3.1", "1.2.3.4"]);
  });

  it("holds custom extensions in three forms", () => {
    const profile = parseProfile(
      `${minimal}extensions:
  - {oid: 1.2.3.4, hex: "0500"}
  - {oid: 1.2.3.5, critical: true, base64: BQA=}
  - {oid: 1.2.3.6, asn1: "NULL"}\n`,
      "mine.yaml",
    );
    expect(profile.extensions).toEqual([
      { oid: "1.2.3.4", critical: false, valueHex: "0500" },
      { oid: "1.2.3.5", critical: true, valueHex: "0500" },
      { oid: "1.2.3.6", critical: false, valueHex: "0500" },
    ]);
  });

  it.each([
    ["validty: {}", "line 7: validty: unknown field; did you mean validity?"],
    ["subjectAltName:\n  dns:\n    alow: []", "line 9: subjectAltName.dns.alow: unknown field; did you mean allow?"],
    [
      'extensions:\n  - oid: 1.2.3\n    hex: "0500"\n    critcal: true',
      "line 10: extensions[0].critcal: unknown field; did you mean critical?",
    ],
    ["zzzzzzzz: 1", "line 7: zzzzzzzz: unknown field; known are name, description, kind"],
    ["pathLength: 0", "line 7: pathLength: is for roots and intermediates"],
    ["keyUsage: [keyCertSign]", "line 7: keyUsage: has keyCertSign, which only a root or an intermediate may have"],
    ["keyUsage: [signing]", 'line 7: keyUsage[0]: expected one of "digitalSignature"|'],
    [
      "extendedKeyUsage:\n  purposes: [servrAuth]",
      'line 8: extendedKeyUsage.purposes[0]: "servrAuth" is not a known key purpose; did you mean serverAuth?',
    ],
    ["extendedKeyUsage:\n  purposes: [commonName]", 'purposes[0]: "commonName" is not a known key purpose'],
    ["subject:\n  allowed: [O, xyzzy]", 'line 8: subject.allowed[1]: "xyzzy" is not a known attribute type'],
    ["subject:\n  commonName: none\n  required: [CN]", "subject.commonName: is none, but the common name is required"],
    [
      "subject:\n  fixed: {O: Acme}\n  forbidden: [O]",
      "line 9: subject.forbidden[0]: organizationName is fixed or required as well",
    ],
    ["subjectAltName:\n  required: [dns]", "line 8: subjectAltName.required[0]: dns is not among allowed"],
    ["subjectAltName:\n  min: 1", "subjectAltName.min: asks for names, but none are allowed"],
    [
      "subjectAltName:\n  ip:\n    allow: [10.0.0.0/40]",
      'line 9: subjectAltName.ip.allow[0]: "10.0.0.0/40" is not an address (192.0.2.1) or a range',
    ],
    ['subjectAltName:\n  dns:\n    deny: ["a b"]', 'subjectAltName.dns.deny[0]: "a b" is not a name (www.example.com)'],
    [
      "crlDistributionPoints: [pki.example/crl]",
      'crlDistributionPoints[0]: "pki.example/crl" is not a URL that begins with http:// or ldap://',
    ],
    [
      'crlDistributionPoints: ["http://x/{serial}"]',
      'crlDistributionPoints[0]: "http://x/{serial}" holds a placeholder other than {authority}',
    ],
    ['extensions:\n  - oid: 2.5.29.15\n    hex: "0500"', "line 8: extensions[0].oid: keyUsage has a field of its own"],
    ["extensions:\n  - oid: 1.2.3", "extensions[0]: needs its value in exactly one of hex, base64 and asn1"],
    ['extensions:\n  - oid: 1.2.3\n    hex: "05"', "extensions[0]: not valid DER"],
    [
      "extensions:\n  - oid: 1.2.3\n    hex: 0500",
      "line 9: extensions[0].hex: expected string, received number; put it in quotes",
    ],
    [
      'extensions:\n  - {oid: 1.2.3, hex: "0500"}\n  - {oid: 1.2.3, hex: "0500"}',
      "line 9: extensions[1].oid: 1.2.3 stands twice",
    ],
    [
      "csr:\n  extensions: [2.5.29.17]",
      "csr.extensions[0]: subjectAltName is decided by the profile, never by a request",
    ],
    ["nameConstraints:\n  permitted:\n    dns: [a]", "nameConstraints: are for roots and intermediates"],
  ])("with `%s` is refused where it is wrong", (extra, problem) => {
    expect(problemOf(`${minimal}${extra}\n`)).toContain(problem);
  });

  it.each([
    [{ default: "100d" }, "validity.default: is more than max, 90d"],
    [{ default: "1s" }, "validity.default: is less than min, 10min"],
    [{ min: "1y" }, "validity.min: is more than max, 90d"],
    [{ backdate: "10min" }, "validity.backdate: is not less than min, 10min: the certificate could be born expired"],
    [
      { max: "90 days" },
      'validity.max: "90 days" is not a whole number and one of s, min, h, d, w, y, such as 90d or 24h',
    ],
    [{ max: undefined }, "validity.max: is missing"],
  ])("with validity %j is refused", (change, problem) => {
    const validity = { default: "30d", max: "90d", ...change };
    expect(() => checkProfile({ name: "mine", kind: "end-entity", keys: ["ecdsa-p256"], validity })).toThrow(problem);
  });

  it("lists every problem, not only the first", () => {
    const problems = problemOf(`${minimal}a: 1\nb: 2\npathLength: x\n`);
    expect(problems).toMatch(/line 7: a: .*; line 8: b: .*/);
    expect(problems).toContain("line 9: pathLength: expected number, received string");
  });

  it.each([
    ["a: [", 1],
    ["name: x\nname: y", 2],
    ["a: b: c", 1],
    ["%%%", 1],
  ])("that is not YAML (%j) is refused with its line", (text, line) => {
    const error = caught(() => parseProfile(text, "bad.yaml"));
    expect(error.code).toBe("ERR_PROFILE_SYNTAX");
    expect(error.facts.line).toBe(line);
  });

  it.each(["", "just text", "- a list", "42"])("that is no mapping (%j) is refused", (text) => {
    expect(caught(() => parseProfile(text, "bad.yaml")).code).toBe("ERR_PROFILE_INVALID");
  });

  it("never ends in anything but a profile or an error of ours", () => {
    const name = fc.constantFrom("name", "kind", "validity", "keys", "subject", "extensions", "csr", "tlsFeature", "x");
    const template = fc.dictionary(name, fc.anything({ maxDepth: 3 }), { noNullPrototype: true });
    fc.assert(fc.property(template, (value) => caught(() => checkProfile(value)).code === "ERR_PROFILE_INVALID"));
  });
});

describe("explainProfile", () => {
  it.each(builtinProfileNames)("%s as YAML is a template of the same profile", (name) => {
    const template = stringify(explainProfile(builtinProfiles[name]));
    expect(parseProfile(template, "explained.yaml")).toEqual(builtinProfiles[name]);
  });

  it("writes durations and identifiers for people", () => {
    expect(explainProfile(builtinProfiles["tls-server"])).toMatchObject({
      validity: { default: "90d", min: "2h", max: "397d", backdate: "1h" },
      extendedKeyUsage: { purposes: ["serverAuth"] },
    });
  });
});

describe("profileFields", () => {
  const fields = profileFields();

  it("describes every field", () => {
    expect(fields.length).toBeGreaterThan(60);
    expect(fields.filter(({ description }) => description === "").map(({ path }) => path)).toEqual([]);
  });

  it("says type, default and need", () => {
    const row = (path: string) => fields.find((field) => field.path === path);
    expect(row("validity.backdate")).toMatchObject({ type: "duration", required: false, default: '"5min"' });
    expect(row("validity.max")).toMatchObject({ required: true, default: undefined });
    expect(row("crlDistributionPoints")).toMatchObject({ type: "`authority` or list of URL template" });
    expect(row("extensions[].critical")).toMatchObject({ type: "boolean", default: "false" });
    expect(row("subject.fixed")).toMatchObject({ type: "map of attribute type to string" });
  });
});

function problemOf(text: string): string {
  const error = caught(() => parseProfile(text, "mine.yaml"));
  expect(error.code).toBe("ERR_PROFILE_INVALID");
  expect(error.message).toMatch(/^mine\.yaml is not a profile: /);
  return error.message;
}

function caught(act: () => unknown): PkiError {
  try {
    act();
  } catch (error) {
    if (error instanceof PkiError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
