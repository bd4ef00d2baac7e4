import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameMismatch } from "../../../src/verify/names/check-name.ts";
import type { GeneralName } from "../../../src/x509/general-name.ts";
import { ipToBytes, ipToText } from "../../../src/x509/ip-address.ts";
import { certificateWith } from "./certificate-with.ts";

function check(address: string, subjectAltName: readonly GeneralName[], commonName?: string) {
  return nameMismatch({ kind: "ip", bytes: ip(address).bytes }, { subjectAltName, commonName });
}

function ip(address: string): { readonly kind: "ip"; readonly bytes: Uint8Array } {
  return { kind: "ip", bytes: ipToBytes(address) as Uint8Array };
}

describe("an address", () => {
  it("matches an iPAddress, however it is written", () => {
    expect(check("::1", [ip("10.0.0.1"), ip("0:0:0:0:0:0:0:1")])).toBeUndefined();
    expect(check("127.0.0.1", [ip("127.0.0.1")])).toBeUndefined();
  });

  it("does not match a name of another kind", () => {
    expect(check("10.0.0.1", [{ kind: "dns", value: "10.0.0.1" }])).toMatchObject({
      code: "ip-in-dns-san",
      nearest: { text: "10.0.0.1", index: 0 },
    });
    expect(check("10.0.0.1", [{ kind: "dns", value: "*.0.0.1" }])).toMatchObject({
      code: "ip-no-ip-san",
      rule: "none",
    });
    expect(check("10.0.0.1", [], "10.0.0.1")).toMatchObject({ code: "no-san-cn-only" });
    expect(check("10.0.0.1", [ip("::ffff:10.0.0.1")])).toMatchObject({ code: "ip-no-ip-san", rule: "other" });
  });

  it("is told which address comes nearest", () => {
    expect(check("10.0.0.1", [ip("192.168.0.7"), ip("10.0.0.11")])).toMatchObject({
      asked: "10.0.0.1",
      presented: ["IP:192.168.0.7", "IP:10.0.0.11"],
      nearest: { text: "10.0.0.11", index: 1 },
    });
  });

  it("meets iPAddresses of a wrong length", () => {
    const broken: GeneralName = { kind: "ip", bytes: Uint8Array.of(1, 2, 3) };
    expect(check("1.2.3.4", [broken])).toMatchObject({ code: "ip-no-ip-san", nearest: { text: "010203" } });
  });

  it("matches where OpenSSL says so", () => {
    const octets = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 4, max: 2 }),
      fc.uint8Array({ minLength: 16, maxLength: 16, max: 1 }),
    );
    fc.assert(
      fc.property(octets, octets, (asked, presented) => {
        const oracle = new X509Certificate(certificateWith([{ kind: "ip", bytes: presented }]));
        const text = ipToText(asked) as string;
        expect(check(text, [{ kind: "ip", bytes: presented }]) === undefined).toBe(oracle.checkIP(text) !== undefined);
      }),
      { numRuns: 200 },
    );
  });
});
