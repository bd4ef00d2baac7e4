import { isIPv6 } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cidrToBytes, ipToBytes, ipToText, rangeToText } from "../../src/x509/ip-address.ts";

describe("IP addresses", () => {
  it("survive both ways, in the shape of RFC 5952", () => {
    const octet = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 }));
    const address = fc.oneof(
      fc.array(octet, { minLength: 4, maxLength: 4 }),
      fc.array(octet, { minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(address, (octets) => {
        const text = ipToText(Uint8Array.from(octets)) as string;
        expect([...(ipToBytes(text) as Uint8Array)]).toEqual(octets);
        if (octets.length === 16) {
          expect(isIPv6(text)).toBe(true);
          expect(text).toBe(new URL(`http://[${text}]`).hostname.slice(1, -1));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["::ffff:192.0.2.1", "::ffff:c000:201"],
    ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
    ["1:0:0:2:0:0:0:3", "1:0:0:2::3"],
    ["::", "::"],
    ["1::", "1::"],
    ["0:0:1::", "0:0:1::"],
  ])("%s is %s", (given, canonical) => {
    expect(ipToText(ipToBytes(given) as Uint8Array)).toBe(canonical);
  });

  it.each(["", "localhost", "1.2.3", "256.1.1.1", "01.2.3.4", "::g", "fe80::1%eth0", "1:2:3:4:5:6:7:8:9", "[::1]"])(
    "%j is none",
    (text) => {
      expect(ipToBytes(text)).toBeUndefined();
    },
  );

  it("have 4 or 16 octets", () => {
    expect(ipToText(new Uint8Array(5))).toBeUndefined();
  });
});

describe("ranges", () => {
  it.each([
    ["10.0.0.0/8", [10, 0, 0, 0, 255, 0, 0, 0]],
    ["192.0.2.77/25", [192, 0, 2, 0, 255, 255, 255, 128]],
    ["0.0.0.0/0", [0, 0, 0, 0, 0, 0, 0, 0]],
    ["192.0.2.1/32", [192, 0, 2, 1, 255, 255, 255, 255]],
    ["2001:db8::/33", [0x20, 1, 0xd, 0xb8, ...Array(12).fill(0), 255, 255, 255, 255, 128, ...Array(11).fill(0)]],
  ])("%s", (text, octets) => {
    expect([...(cidrToBytes(text) as Uint8Array)]).toEqual(octets);
    expect(cidrToBytes(rangeToText(Uint8Array.from(octets)) as string)).toEqual(Uint8Array.from(octets));
  });

  it.each(["10.0.0.0", "10.0.0.0/33", "::/129", "a/8", "10.0.0.0/-1", "10.0.0.0/08x"])("%j is none", (text) => {
    expect(cidrToBytes(text)).toBeUndefined();
  });

  it("with holes in their mask show it", () => {
    expect(rangeToText(Uint8Array.of(10, 0, 0, 0, 255, 0, 255, 0))).toBe("10.0.0.0/255.0.255.0");
    expect(rangeToText(new Uint8Array(9))).toBeUndefined();
  });
});
