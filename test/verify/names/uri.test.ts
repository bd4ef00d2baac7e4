import { describe, expect, it } from "vitest";
import { nameMismatch } from "../../../src/verify/names/check-name.ts";
import { parseUri } from "../../../src/verify/names/uri-name.ts";

function check(asked: string, presented: string) {
  const subjectAltName = [{ kind: "uri", value: presented }] as const;
  return nameMismatch({ kind: "uri", value: asked }, { subjectAltName, commonName: undefined });
}

describe("a URI", () => {
  it.each([
    ["spiffe://example.org/web", "spiffe://example.org/web"],
    ["SPIFFE://Example.ORG/web", "spiffe://example.org/web"],
    ["https://idp.example/login?x=1", "https://IDP.example:8443/"],
    ["urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"],
  ])("%s is %s", (asked, presented) => expect(check(asked, presented)).toBeUndefined());

  it.each([
    ["spiffe://example.org/web", "spiffe://example.org/Web"],
    ["spiffe://example.org/web", "spiffe://example.org/web/"],
    ["spiffe://example.org/web", "spiffe://example.org:443/web"],
    ["spiffe://example.org", "spiffe://example.org/web"],
    ["https://a.example", "http://a.example"],
    ["https://a.example", "https://*.example"],
    ["https://a.example", "https:a.example"],
    ["urn:a", "urn:b"],
    ["a.example", "a.example"],
  ])("%s is not %s", (asked, presented) =>
    expect(check(asked, presented)).toMatchObject({ code: "wrong-host", rule: "other", nearest: { text: presented } }),
  );

  it("is taken apart as RFC 3986 says", () => {
    expect(parseUri("HTTPS://joe@Host.example:8443/P?q#f")).toEqual({
      scheme: "https",
      authority: { text: "joe@host.example:8443", host: "host.example" },
      rest: "/P?q#f",
    });
    expect(parseUri("https://[2001:DB8::1]:8443/")?.authority?.host).toBe("[2001:db8::1]");
    expect(parseUri("no scheme")).toBeUndefined();
    expect(parseUri("https://a b/")).toBeUndefined();
  });
});
