import { describe, expect, it } from "vitest";
import { days, TestIssuer } from "../test-issuer.ts";
import { ca, check, codes, delta, leaf, number, reason, scope, unknownCritical } from "./crl-samples.ts";

describe("a delta CRL", () => {
  const base = ca.list({ extensions: [number(5n)] });
  const revokes = (...extensions: readonly Uint8Array[]) =>
    ca.list({ extensions: [number(6n), delta(5n)], revoked: [{ serial: 1, extensions }] });

  it("is never read as complete", () => {
    expect(codes(check(leaf, [ca.list({ extensions: [number(6n), delta(5n)] })]))).toEqual(["crl-missing"]);
  });

  it("adds to its base, and takes off hold", () => {
    expect(codes(check(leaf, [base, revokes(reason("superseded"))]))).toBe("revoked");
    const onHold = ca.list({
      extensions: [number(5n)],
      revoked: [{ serial: 1, extensions: [reason("certificateHold")] }],
    });
    expect(codes(check(leaf, [onHold]))).toBe("revoked");
    expect(codes(check(leaf, [onHold, revokes(reason("removeFromCRL"))]))).toBe("good");
  });

  it("keeps an old base alive while it is fresh itself", () => {
    const old = ca.list({ thisUpdate: days(-9), nextUpdate: days(-2), extensions: [number(5n)] });
    expect(codes(check(leaf, [old]))).toEqual(["crl-expired"]);
    expect(codes(check(leaf, [old, revokes()]))).toBe("revoked");
    expect(codes(check(leaf, [old, ca.list({ extensions: [number(6n), delta(5n)] })]))).toBe("good");
    const stale = ca.list({ thisUpdate: days(-3), nextUpdate: days(-1), extensions: [number(6n), delta(5n)] });
    expect(codes(check(leaf, [old, stale]))).toEqual(["crl-expired"]);
  });

  it.each([
    ["is based on a later list", ca.list({ extensions: [number(9n), delta(6n)], revoked: [{ serial: 1 }] })],
    ["is not newer than the base", ca.list({ extensions: [number(5n), delta(4n)], revoked: [{ serial: 1 }] })],
    ["has no number", ca.list({ extensions: [delta(5n)], revoked: [{ serial: 1 }] })],
    [
      "has another scope",
      ca.list({
        extensions: [number(6n), delta(5n), scope({ onlyContainsUserCerts: true })],
        revoked: [{ serial: 1 }],
      }),
    ],
    [
      "has another signer",
      new TestIssuer("CN=CA").list({ extensions: [number(6n), delta(5n)], revoked: [{ serial: 1 }] }),
    ],
    [
      "has an unknown critical extension",
      ca.list({ extensions: [number(6n), delta(5n), unknownCritical], revoked: [{ serial: 1 }] }),
    ],
  ])("is left aside when it %s", (_, other) => expect(codes(check(leaf, [base, other]))).toBe("good"));

  it("counts the newest of several", () => {
    const newest = ca.list({
      extensions: [number(7n), delta(5n)],
      revoked: [{ serial: 1, extensions: [reason("removeFromCRL")] }],
    });
    expect(codes(check(leaf, [base, newest, revokes(reason("certificateHold"))]))).toBe("good");
  });
});
