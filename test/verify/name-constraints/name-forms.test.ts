import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNameConstraints } from "../../../src/verify/name-constraints/check-name-constraints.ts";
import type { GeneralName } from "../../../src/x509/general-name.ts";
import { smtpUtf8Mailbox } from "../../../src/x509/other-name.ts";
import { ca, directory, dns, email, empty, ip, kinds, named, unlimited, uri } from "./constrained.ts";

describe("each form of name", () => {
  const accepted: readonly (readonly [GeneralName, GeneralName])[] = [
    [dns("example.com"), dns("example.com")],
    [dns("A.b.Example.com"), dns("eXample.com")],
    [dns("*.example.com"), dns("example.com")],
    [dns("anything"), dns("")],
    [dns("a_b.example.com"), dns("example.com")],
    [ip("10.1.2.3"), ip("10.0.0.0/8")],
    [ip("2001:db8::1"), ip("2001:db8::/32")],
    [ip("10.1.2.3"), ip("0.0.0.0/0")],
    [email("joe@example.com"), email("joe@Example.com")],
    [email("joe@example.com"), email("example.com")],
    [email("joe@mail.example.com"), email(".example.com")],
    [email("joe@example.com"), email("")],
    [smtpUtf8Mailbox("用户@example.com"), email("example.com")],
    [uri("https://host.example:8443/x"), uri("host.example")],
    [uri("spiffe://a.host.example/x"), uri(".host.example")],
    [directory("CN=web,O=Acme,C=DE"), directory("O=ACME,C=DE")],
    [directory("CN=web"), { kind: "directoryName", name: empty }],
  ];
  it.each(accepted)("%o lies in %o", (name, base) => {
    expect(kinds(named(name), ca([base]))).toEqual([]);
    expect(kinds(named(name), ca([], [base]))).toEqual(["excluded"]);
  });

  const outside: readonly (readonly [GeneralName, GeneralName])[] = [
    [dns("badexample.com"), dns("example.com")],
    [dns("com"), dns("example.com")],
    [dns("*.com"), dns("a.b.com")],
    [dns("*.b.example.com"), dns("a.example.com")],
    [ip("11.0.0.1"), ip("10.0.0.0/8")],
    [ip("::1"), ip("0.0.0.0/0")],
    [email("joe@mail.example.com"), email("example.com")],
    [email("joe@example.com"), email(".example.com")],
    [email("Joe@example.com"), email("joe@example.com")],
    [smtpUtf8Mailbox("用户@example.com"), email("joe@example.com")],
    [uri("https://a.host.example/"), uri("host.example")],
    [uri("https://host.example/"), uri(".host.example")],
    [directory("CN=web,O=Acme,C=FR"), directory("O=Acme,C=DE")],
    [directory("C=DE"), directory("O=Acme,C=DE")],
  ];
  it.each(outside)("%o lies outside of %o", (name, base) => {
    expect(kinds(named(name), ca([base]))).toEqual(["permitted"]);
    expect(kinds(named(name), ca([], [base]))).toEqual([]);
  });

  it("does not mind constraints of other forms", () => {
    const all = [dns("a.test"), ip("10.0.0.0/8"), email("a.test"), uri("a.test"), directory("C=DE")];
    for (const name of [
      dns("b.test"),
      ip("192.0.2.1"),
      email("joe@b.test"),
      uri("https://b.test/"),
      directory("C=FR"),
    ]) {
      const others = all.filter(({ kind }) => kind !== name.kind);
      expect(kinds(named(name), ca(others, others))).toEqual([]);
      expect(kinds(named(name), ca(all, all))).toEqual(["permitted"]);
    }
  });
});

describe("a wildcard", () => {
  it("must be permitted with all that it stands for", () => {
    expect(kinds(named(dns("*.example.com")), ca([dns("a.example.com")]))).toEqual(["permitted"]);
    expect(kinds(named(dns("*.example.com")), ca([dns("a.example.com"), dns("com")]))).toEqual([]);
  });

  it("is excluded as soon as something that it stands for is", () => {
    const outcome = checkNameConstraints([named(dns("*.example.com")), ca([], [dns("a.example.com")])], unlimited);
    expect(outcome.violations).toMatchObject([{ kind: "excluded", detail: "it matches names of an excluded subtree" }]);
    expect(kinds(named(dns("*.example.com")), ca([], [dns("b.a.example.com")]))).toEqual([]);
    expect(kinds(named(dns("*.com")), ca([], [dns("a.example.com")]))).toEqual([]);
  });
});

describe("dNSName constraints", () => {
  const label = fc.constantFrom("a", "b", "c");
  const host = fc.array(label, { minLength: 1, maxLength: 4 });
  const name = fc.tuple(fc.boolean(), host).map(([isWildcard, labels]) => (isWildcard ? ["*", ...labels] : labels));

  it("say of a wildcard what they say of each name that it stands for", () => {
    // "d" stands for every label that no subtree mentions.
    const expand = ([first, ...rest]: readonly string[]) =>
      first === "*" ? ["a", "b", "c", "d"].map((it) => [it, ...rest]) : [[first as string, ...rest]];
    const isInside = (labels: readonly string[], base: readonly string[]) =>
      labels.slice(-base.length).join(".") === base.join(".");
    fc.assert(
      fc.property(
        name,
        fc.array(host, { maxLength: 3 }),
        fc.array(host, { maxLength: 3 }),
        (labels, permitted, excluded) => {
          const names = expand(labels);
          const isAllowed =
            (permitted.length === 0 || permitted.some((base) => names.every((it) => isInside(it, base)))) &&
            !names.some((it) => excluded.some((base) => isInside(it, base)));
          const bases = (some: readonly (readonly string[])[]) => some.map((base) => dns(base.join(".")));
          const violations = kinds(named(dns(labels.join("."))), ca(bases(permitted), bases(excluded)));
          expect(violations.length === 0).toBe(isAllowed);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("iPAddress constraints", () => {
  it("compare the bits under the mask", () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), fc.nat(32), (address, network, length) => {
        const octets = (word: number) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff);
        const mask = length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
        const near = ((network & mask) | (address & ~mask)) >>> 0;
        const base: GeneralName = { kind: "ip", bytes: Uint8Array.from([...octets(network), ...octets(mask)]) };
        for (const word of [address, near]) {
          const inside = ((word ^ network) & mask) === 0;
          const leaf = named({ kind: "ip", bytes: Uint8Array.from(octets(word)) });
          expect(kinds(leaf, ca([base]))).toEqual(inside ? [] : ["permitted"]);
          expect(kinds(leaf, ca([], [base]))).toEqual(inside ? ["excluded"] : []);
        }
      }),
    );
  });
});
