import { describe, expect, it } from "vitest";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { basicConstraints } from "../../../src/x509/extensions/basic-constraints.ts";
import { TestIssuer } from "../test-issuer.ts";
import { ca, check, codes, leaf, leafKey, leafWith, named, reason, scope, url } from "./crl-samples.ts";

describe("the scope of a CRL", () => {
  const here = { fullName: [url("http://pki.test/a.crl")] };

  it("is told by its distribution point", () => {
    expect(codes(check(leafWith(here), [ca.list({ extensions: [scope(here)] })]))).toBe("good");
    const there = scope({ fullName: [url("http://pki.test/b.crl")] });
    expect(codes(check(leafWith(here), [ca.list({ extensions: [there] })]))).toEqual(["crl-wrong-scope"]);
    expect(codes(check(leaf, [ca.list({ extensions: [scope(here)] })]))).toEqual(["crl-wrong-scope"]);
    expect(codes(check(leaf, [ca.list({ extensions: [scope({ fullName: [named(ca)] })] })]))).toBe("good");
  });

  it("may be named relative to the issuer", () => {
    const relativeName = new TestIssuer("CN=shard 1").name.rdns[0] ?? [];
    const full = { fullName: [named(new TestIssuer("CN=shard 1,CN=CA"))] };
    expect(codes(check(leafWith({ relativeName }), [ca.list({ extensions: [scope(full)] })]))).toBe("good");
    expect(codes(check(leafWith(full), [ca.list({ extensions: [scope({ relativeName })] })]))).toBe("good");
    expect(codes(check(leafWith(here), [ca.list({ extensions: [scope({ relativeName })] })]))).toEqual([
      "crl-wrong-scope",
    ]);
  });

  it("is told by the kind of certificate", () => {
    const aCa = ca.certify(leafKey, { extensions: [encodeExtension(basicConstraints, { ca: true }, true)] });
    const users = ca.list({ extensions: [scope({ onlyContainsUserCerts: true })] });
    const cas = ca.list({ extensions: [scope({ onlyContainsCaCerts: true })] });
    const attributes = ca.list({ extensions: [scope({ onlyContainsAttributeCerts: true })] });
    expect([leaf, aCa].map((it) => codes(check(it, [users])))).toEqual(["good", ["crl-wrong-scope"]]);
    expect([leaf, aCa].map((it) => codes(check(it, [cas])))).toEqual([["crl-wrong-scope"], "good"]);
    expect(codes(check(leaf, [attributes]))).toEqual(["crl-wrong-scope"]);
    expect(codes(check(ca.certify(leafKey, { version: 1 }), [users]))).toEqual(["crl-wrong-scope"]);
  });

  it("may be some reasons: all must be covered", () => {
    const compromise = scope({ onlySomeReasons: ["keyCompromise", "cACompromise"] });
    const rest = scope({
      onlySomeReasons: [
        "affiliationChanged",
        "superseded",
        "cessationOfOperation",
        "certificateHold",
        "privilegeWithdrawn",
        "aACompromise",
      ],
    });
    const some = ca.list({ extensions: [compromise] });
    const others = ca.list({ extensions: [rest] });
    expect(check(leaf, [some])).toMatchObject({ status: "undetermined", problems: [{ code: "crl-missing" }] });
    expect(codes(check(leaf, [some, others]))).toBe("good");
    const revoking = ca.list({ extensions: [rest], revoked: [{ serial: 1, extensions: [reason("superseded")] }] });
    expect(codes(check(leaf, [some, revoking]))).toBe("revoked");
    const point = { ...here, reasons: ["keyCompromise"] } as const;
    expect(codes(check(leafWith(point), [ca.list({ extensions: [scope(here)] })]))).toEqual(["crl-missing"]);
  });
});
