import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { checkNameConstraints } from "../../../src/verify/name-constraints/check-name-constraints.ts";
import { Name } from "../../../src/x509/name.ts";
import { ca, certificate, directory, dns, email, empty, kinds, named, unlimited } from "./constrained.ts";

describe("a path", () => {
  const onlyAcme = ca([directory("O=Acme")]);

  it("tells which name, which subtree and which CA", () => {
    const leaf = certificate({ subject: Name.fromString("CN=x"), subjectAltName: [dns("ok.test"), dns("a.bad.test")] });
    const above = ca([], [dns("other.test"), dns("bad.test")]);
    expect(checkNameConstraints([leaf, certificate(), above], unlimited)).toEqual({
      violations: [
        {
          kind: "excluded",
          detail: "it lies in an excluded subtree",
          index: 0,
          at: "extensions.subjectAltName[1]",
          name: dns("a.bad.test"),
          imposedBy: { index: 2, at: "extensions.nameConstraints.excluded[1]", bases: [dns("bad.test")] },
        },
      ],
      malformed: [],
      exhaustedAt: undefined,
    });
  });

  it("constrains the subject, and its mail address where there is no subjectAltName", () => {
    const subject = Name.of([[{ type: OID.emailAddress, value: "joe@bad.test" }]]);
    const constrained = ca([email("good.test")]);
    expect(kinds(certificate({ subject }), constrained)).toEqual(["permitted"]);
    expect(kinds(certificate({ subject, subjectAltName: [dns("a.test")] }), constrained)).toEqual([]);
    expect(kinds(certificate({ subject: Name.fromString("O=Other") }), onlyAcme)).toEqual(["permitted"]);
    expect(kinds(certificate({ subject: empty }), onlyAcme)).toEqual([]);
    expect(kinds(certificate({ subject: Name.fromString("CN=bad.test") }), ca([dns("good.test")]))).toEqual([]);
  });

  it("must satisfy every CA, so that constraints only narrow", () => {
    const wide = ca([dns("example.com")]);
    const narrow = ca([dns("a.example.com")]);
    expect(kinds(named(dns("x.a.example.com")), narrow, wide)).toEqual([]);
    expect(kinds(named(dns("b.example.com")), narrow, wide)).toEqual(["permitted"]);
    expect(kinds(named(dns("x.a.example.com")), wide, narrow)).toEqual([]);
    expect(kinds(named(dns("x.a.example.com")), ca([dns("a.example.com")]), ca([dns("other.test")]))).toEqual([
      "permitted",
    ]);
  });

  it("checks intermediates but neither the anchor nor self-issued ones", () => {
    const bad = certificate({ subjectAltName: [dns("bad.test")] });
    const top = ca([dns("good.test")]);
    expect(kinds(named(dns("good.test")), bad, top)).toEqual(["permitted"]);
    expect(kinds(named(dns("good.test")), { ...bad, isSelfIssued: true }, top)).toEqual([]);
    expect(kinds(named(dns("good.test")), { ...top, subjectAltName: [dns("bad.test")] })).toEqual([]);
    expect(kinds({ ...bad, isSelfIssued: true }, top)).toEqual(["permitted"]);
  });

  /** A budget of so many comparisons. */
  const budgetOf = (comparisons: number) => {
    let left = comparisons;
    return (some: number) => {
      left -= some;
      return left >= 0;
    };
  };

  it("stops when the budget is spent", () => {
    const above = ca([dns("a.test"), dns("b.test")]);
    const leaf = named(dns("c.test"), dns("d.test"), dns("e.test"));
    expect(checkNameConstraints([leaf, above], budgetOf(5))).toMatchObject({
      violations: [{ name: dns("c.test") }, { name: dns("d.test") }],
      exhaustedAt: 0,
    });
  });

  it("meets ten thousand names against ten thousand subtrees within its budget at once", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => dns(`host-${i}.example`));
    const started = performance.now();
    expect(checkNameConstraints([named(...many), ca(many, many)], budgetOf(250_000)).exhaustedAt).toBe(0);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
