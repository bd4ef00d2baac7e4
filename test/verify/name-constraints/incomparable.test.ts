import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { nul } from "../../../src/asn1/writer.ts";
import { checkNameConstraints } from "../../../src/verify/name-constraints/check-name-constraints.ts";
import type { GeneralName } from "../../../src/x509/general-name.ts";
import { smtpUtf8Mailbox } from "../../../src/x509/other-name.ts";
import { ca, certificate, dns, email, ip, kinds, named, unlimited, uri } from "./constrained.ts";

describe("what cannot be compared", () => {
  const other: GeneralName = { kind: "otherName", oid: "1.2.3", valueDer: nul() };
  const unsupported: readonly GeneralName[] = [
    { kind: "registeredId", oid: "1.2.3" },
    { kind: "x400Address", der: nul() },
    { kind: "ediPartyName", der: nul() },
    other,
  ];
  it.each(unsupported)("is refused where a CA constrains it: %o", (name) => {
    expect(kinds(named(name), ca([name]))).toEqual(["unsupported"]);
    expect(kinds(named(name), ca([], [name]))).toEqual(["unsupported"]);
    expect(kinds(named(dns("a.test")), ca([name]))).toEqual([]);
  });

  it("tells the types of otherName apart, and knows mailboxes only by rfc822Name", () => {
    expect(kinds(named({ ...other, oid: "1.2.4" }), ca([other]))).toEqual([]);
    const base: GeneralName = { kind: "otherName", oid: OID.smtpUtf8Mailbox, valueDer: nul() };
    expect(kinds(named(smtpUtf8Mailbox("用户@example.com")), ca([base]))).toEqual(["unsupported"]);
  });

  it("is a subtree with a minimum or maximum", () => {
    for (const bounds of [{ minimum: 1 }, { minimum: 0, maximum: 3 }]) {
      const subtrees = [{ base: dns("example.com"), ...bounds }];
      const bounded = certificate({ nameConstraints: { permitted: subtrees, excluded: [] } });
      expect(kinds(named(dns("example.com")), bounded)).toEqual(["unsupported"]);
      expect(kinds(named(ip("10.0.0.1")), bounded)).toEqual([]);
    }
  });

  const malformedNames: readonly (readonly [GeneralName, GeneralName])[] = [
    [dns("a..example.com"), dns("example.com")],
    [dns("w*.example.com"), dns("example.com")],
    [dns("example.com."), dns("example.com")],
    [{ kind: "ip", bytes: Uint8Array.of(10, 0, 0) }, ip("10.0.0.0/8")],
    [email("example.com"), email("example.com")],
    [uri("urn:uuid:1"), uri("example.com")],
    [uri("https://10.0.0.1/"), uri("example.com")],
    [uri("https://[::1]/"), uri("example.com")],
  ];
  it.each(malformedNames)("is a malformed name: %o under %o", (name, base) => {
    expect(kinds(named(name), ca([base]))).toEqual(["malformed"]);
    expect(kinds(named(name), ca([], [base]))).toEqual(["malformed"]);
  });

  const malformedBases: readonly GeneralName[] = [
    dns("*.example.com"),
    dns("a..b"),
    { kind: "ip", bytes: Uint8Array.of(10, 0, 0, 0, 255, 0, 255, 0) },
    { kind: "ip", bytes: Uint8Array.of(10, 0, 0, 0) },
    email("a@b@c"),
    email("a b"),
    uri("https://host.example"),
  ];
  it.each(malformedBases)("is a malformed subtree: %o", (base) => {
    const names: Record<string, GeneralName> = {
      dns: dns("b.test"),
      ip: ip("10.0.0.1"),
      email: email("a@b.test"),
      uri: uri("x://b.test"),
    };
    const name = names[base.kind] as GeneralName;
    expect(kinds(named(name), ca([base]))).toEqual(["malformed"]);
    expect(kinds(named(name), ca([], [base]))).toEqual(["malformed"]);
    const { malformed } = checkNameConstraints([certificate(), ca([dns("ok.test")], [base])], unlimited);
    expect(malformed).toMatchObject([{ index: 1, at: "extensions.nameConstraints.excluded[0]", base }]);
  });

  it("is not a dNSName subtree with a leading dot: it is malformed, and compared as those who write it mean it", () => {
    const dotted = ca([dns(".example.com")]);
    expect(kinds(named(dns("a.example.com")), dotted)).toEqual([]);
    expect(kinds(named(dns("*.example.com")), dotted)).toEqual([]);
    expect(kinds(named(dns("example.com")), dotted)).toEqual(["permitted"]);
    const { malformed } = checkNameConstraints([certificate(), dotted], unlimited);
    expect(malformed).toMatchObject([{ detail: "a dNSName subtree has no leading dot" }]);
  });
});
