import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explicit, sequence } from "../../../src/asn1/writer.ts";
import { checkRevocation } from "../../../src/verify/revocation/check-revocation.ts";
import { readRevocationSources } from "../../../src/verify/revocation/revocation-sources.ts";
import { responseDer } from "../../revocation/ocsp/test-responder.ts";
import { now, TestIssuer } from "../../revocation/test-issuer.ts";

const ca = new TestIssuer("CN=CA");
const subject = { certificate: ca.certify(new TestIssuer("CN=leaf")), issuer: ca.root };
const crl = ca.list({ revoked: [{ serial: 9 }] }).der;
const response = responseDer(ca, ca);

function status(crls: readonly Uint8Array[], responses: readonly Uint8Array[]): string {
  return checkRevocation(subject, readRevocationSources(crls, responses), { at: now }).status;
}

/** The bytes with one bit turned round. */
function flip(der: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(der);
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

describe("a bit that is wrong", () => {
  it("anywhere in a CRL or a response makes it useless, and never a crash", () => {
    expect([status([crl], []), status([], [response])]).toEqual(["good", "good"]);
    for (let bit = 0; bit < crl.length * 8; bit += 3) expect(status([flip(crl, bit)], [])).toBe("undetermined");
    for (let bit = 0; bit < response.length * 8; bit += 3)
      expect(status([], [flip(response, bit)])).toBe("undetermined");
  });
});

describe("bytes from anywhere", () => {
  it("are an answer, never a crash", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(crl.length), (noise, cut) => {
        const bytes = [noise, crl.subarray(0, cut), Uint8Array.from([...crl.subarray(0, cut), ...noise])];
        expect(status(bytes, bytes)).toBe(cut === crl.length ? "good" : "undetermined");
      }),
      { numRuns: 300 },
    );
  });

  it("may be nested ten thousand deep", () => {
    let deep: Uint8Array = new Uint8Array();
    for (let i = 0; i < 10_000; i++) deep = i % 2 === 0 ? sequence(deep) : explicit(0, deep);
    expect(status([deep], [deep])).toBe("undetermined");
  });
});
