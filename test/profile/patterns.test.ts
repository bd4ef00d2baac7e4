import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationText, parseDuration } from "../../src/profile/duration.ts";
import { nearest } from "../../src/profile/nearest.ts";
import { dnsPattern } from "../../src/profile/patterns/dns-pattern.ts";
import { emailPattern } from "../../src/profile/patterns/email-pattern.ts";
import { ipPattern } from "../../src/profile/patterns/ip-pattern.ts";
import type { NamePattern } from "../../src/profile/patterns/name-pattern.ts";
import { uriPattern } from "../../src/profile/patterns/uri-pattern.ts";
import { ipToBytes } from "../../src/x509/ip-address.ts";

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const dnsName = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));

describe("a DNS pattern", () => {
  it.each([
    ["www.example.com", ["www.example.com", "WWW.Example.COM"], ["example.com", "a.www.example.com", "*.example.com"]],
    [".example.com", ["a.example.com", "a.b.example.com", "*.example.com"], ["example.com", "badexample.com"]],
    ["*.example.com", ["a.example.com", "*.example.com"], ["example.com", "a.b.example.com"]],
    [
      "web-*.example.com",
      ["web-1.example.com", "web-.example.com"],
      ["web.example.com", "*.example.com", "aweb-1.example.com"],
    ],
    ["a*a.test", ["aa.test", "aba.test"], ["a.test", "ab.test"]],
    ["localhost", ["localhost"], ["localhost.test", "*"]],
  ])("%s contains what it says", (text, inside, outside) => {
    const pattern = dnsPattern(text) as NamePattern<string>;
    expect(inside.filter((name) => !pattern.contains(name))).toEqual([]);
    expect(outside.filter((name) => pattern.contains(name))).toEqual([]);
  });

  it("overlaps with a wildcard that stands for one of its names", () => {
    expect(dnsPattern("vpn.example.com")?.overlaps("*.example.com")).toBe(true);
    expect(dnsPattern("web-*.example.com")?.overlaps("*.example.com")).toBe(true);
    expect(dnsPattern(".vpn.example.com")?.overlaps("*.example.com")).toBe(false);
    expect(dnsPattern("vpn.example.org")?.overlaps("*.example.com")).toBe(false);
  });

  it.each(["", ".", "a..b", "a b", "**.x", "a*b*c.test", "ä.test", "a/b", `${"a".repeat(64)}.test`])(
    "%j is none",
    (text) => {
      expect(dnsPattern(text)).toBeUndefined();
    },
  );

  it("contains itself, and its suffix form contains exactly the names below", () => {
    fc.assert(
      fc.property(dnsName, dnsName, (name, below) => {
        const suffix = dnsPattern(`.${name}`) as NamePattern<string>;
        return (
          dnsPattern(name)?.contains(name.toUpperCase()) === true &&
          suffix.contains(`${below}.${name}`) &&
          !suffix.contains(name) &&
          !suffix.contains(`${below}.${name}._`)
        );
      }),
    );
  });

  it("never contains what it does not overlap with", () => {
    const pattern = fc.oneof(
      dnsName,
      dnsName.map((name) => `.${name}`),
      dnsName.map((name) => `*.${name}`),
    );
    const name = fc.oneof(
      dnsName,
      dnsName.map((base) => `*.${base}`),
    );
    fc.assert(
      fc.property(pattern, name, (text, asked) => {
        const compiled = dnsPattern(text) as NamePattern<string>;
        return !compiled.contains(asked) || compiled.overlaps(asked);
      }),
    );
  });
});

describe("an IP pattern", () => {
  it.each([
    ["10.0.0.0/8", ["10.0.0.1", "10.255.255.255"], ["11.0.0.0", "::1"]],
    ["192.0.2.7", ["192.0.2.7"], ["192.0.2.8"]],
    ["fd00::/8", ["fd12::1"], ["fe80::1", "10.0.0.1"]],
    ["0.0.0.0/0", ["1.2.3.4"], ["::1"]],
  ])("%s contains what it says", (text, inside, outside) => {
    const pattern = ipPattern(text) as NamePattern<Uint8Array>;
    const contains = (address: string) => pattern.contains(ipToBytes(address) as Uint8Array);
    expect(inside.filter((address) => !contains(address))).toEqual([]);
    expect(outside.filter(contains)).toEqual([]);
  });

  it.each(["", "10.0.0.0/33", "10.0.0", "::1/129", "localhost"])("%j is none", (text) => {
    expect(ipPattern(text)).toBeUndefined();
  });
});

describe("an e-mail pattern", () => {
  it.each([
    ["example.com", ["a@example.com", "a@EXAMPLE.com"], ["a@mail.example.com", "a@badexample.com"]],
    [".example.com", ["a@mail.example.com"], ["a@example.com", "a@badexample.com"]],
    ["root@example.com", ["root@example.com", "root@Example.Com"], ["Root@example.com", "a@example.com"]],
  ])("%s contains what it says", (text, inside, outside) => {
    const pattern = emailPattern(text) as NamePattern<string>;
    expect(inside.filter((mailbox) => !pattern.contains(mailbox))).toEqual([]);
    expect(outside.filter((mailbox) => pattern.contains(mailbox))).toEqual([]);
  });

  it.each(["", "@", "a@", "a b@c", "a@.example.com", "@example.com"])("%j is none", (text) => {
    expect(emailPattern(text)).toBeUndefined();
  });
});

describe("a URI pattern", () => {
  it.each([
    ["spiffe:", ["spiffe://a/b", "SPIFFE://a"], ["https://a", "spiffex://a"]],
    [
      "spiffe://example.org",
      ["spiffe://example.org/a", "spiffe://Example.org"],
      ["spiffe://example.com/a", "https://example.org"],
    ],
    [
      "https://*.example.com",
      ["https://a.example.com:8443/x?y"],
      ["https://example.com", "https://a.example.com@evil.org/"],
    ],
    [
      "spiffe://a/ns/prod",
      ["spiffe://a/ns/prod", "spiffe://a/ns/prod/web"],
      ["spiffe://a/ns/production", "spiffe://a/ns/prod/../dev"],
    ],
    ["urn:", ["urn:uuid:1"], ["uri:x"]],
  ])("%s contains what it says", (text, inside, outside) => {
    const pattern = uriPattern(text) as NamePattern<string>;
    expect(inside.filter((uri) => !pattern.contains(uri))).toEqual([]);
    expect(outside.filter((uri) => pattern.contains(uri))).toEqual([]);
  });

  it("denies a path that may lead into it", () => {
    expect(uriPattern("spiffe://a/ns/prod")?.overlaps("spiffe://a/ns/dev/../prod/web")).toBe(true);
    expect(uriPattern("spiffe://a/ns/prod")?.overlaps("spiffe://a/ns/dev/%2E%2e/prod/web")).toBe(true);
  });

  it.each(["", "example.com", "urn:uuid", "https://a b", "https://a?x", "//a"])("%j is none", (text) => {
    expect(uriPattern(text)).toBeUndefined();
  });
});

describe("a duration", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999_999 }),
        (seconds) => parseDuration(durationText(seconds)) === seconds,
      ),
    );
  });

  it.each([
    ["90d", 7_776_000],
    ["24h", 86_400],
    ["10y", 315_360_000],
    ["5min", 300],
    ["2w", 1_209_600],
  ])("%s is %d seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(["", "90", "d", "1.5d", "-1d", "90D", "1 d", "1d2h", "99999999999d"])("%j is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe("nearest", () => {
  it("knows what was meant, and when nothing was", () => {
    const known = ["validity", "subject", "subjectAltName", "keys"];
    expect(nearest("validty", known)).toBe("validity");
    expect(nearest("subejct", known)).toBe("subject");
    expect(nearest("subjectaltname", known)).toBe("subjectAltName");
    expect(nearest("banana", known)).toBeUndefined();
  });
});
