import { describe, expect, it } from "vitest";
import { hostAddressText, parseHostAddress } from "../../../src/tls/host/host-address.ts";

describe("parseHostAddress", () => {
  it.each([
    ["localhost:8443", "localhost", 8443],
    ["example.org.:443", "example.org.", 443],
    ["10.0.0.1:1", "10.0.0.1", 1],
    ["[::1]:8443", "::1", 8443],
    ["[::1]", "::1", 443],
    ["[fe80::1%eth0]:443", "fe80::1%eth0", 443],
    ["https://example.org", "example.org", 443],
    ["https://example.org:8443/path?query", "example.org", 8443],
    ["https://[::1]/", "::1", 443],
  ])("reads %s", (text, host, port) => {
    expect(parseHostAddress(text)).toEqual({ host, port });
  });

  it.each([
    "localhost",
    "leaf.pem",
    "-",
    "dir/leaf.pem:1",
    "a:0",
    "a:65536",
    "a:b",
    "::1",
    "http://a",
    "a:443/x",
    ":443",
  ])("leaves %s to be a file", (text) => {
    expect(parseHostAddress(text)).toBeUndefined();
  });

  it("is written as it is read", () => {
    for (const text of ["localhost:443", "[::1]:8443"])
      expect(hostAddressText(parseHostAddress(text) ?? { host: "", port: 0 })).toBe(text);
  });
});
