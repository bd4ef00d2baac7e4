import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameMismatch } from "../../../src/verify/names/check-name.ts";
import { parseMailbox } from "../../../src/verify/names/mailbox.ts";
import type { GeneralName } from "../../../src/x509/general-name.ts";
import { smtpUtf8Mailbox } from "../../../src/x509/other-name.ts";
import { certificateWith } from "./certificate-with.ts";

function check(mailbox: string, ...subjectAltName: readonly GeneralName[]) {
  return nameMismatch({ kind: "email", value: mailbox }, { subjectAltName, commonName: undefined });
}

const email = (value: string): GeneralName => ({ kind: "email", value });

describe("a mailbox", () => {
  it("has an exact local part and a domain without case", () => {
    expect(check("joe@Example.COM", email("joe@example.com"))).toBeUndefined();
    expect(check("joe@example.com", email("Joe@example.com"))).toMatchObject({
      code: "wrong-host",
      rule: "mailboxLocal",
    });
    expect(check("ann@example.com", email("joe@other.test"))).toMatchObject({ rule: "other", nearest: { index: 0 } });
    expect(check("ann@example.com", { kind: "dns", value: "example.com" })).toMatchObject({ rule: "none" });
  });

  it("may be internationalised in either part", () => {
    expect(check("用户@example.com", smtpUtf8Mailbox("用户@example.com"))).toBeUndefined();
    expect(check("用户@bücher.example", smtpUtf8Mailbox("用户@xn--bcher-kva.example"))).toBeUndefined();
    expect(check("joe@bücher.example", email("joe@xn--bcher-kva.example"))).toBeUndefined();
    expect(check("用戶@example.com", smtpUtf8Mailbox("用户@example.com"))).toMatchObject({ rule: "mailboxLocal" });
  });

  it("takes no wildcard", () => {
    expect(check("joe@a.example.com", email("joe@*.example.com"))).toBeDefined();
    expect(check("joe@example.com", email("*@example.com"))).toBeDefined();
    expect(check("*@example.com", email("*@example.com"))).toBeUndefined();
  });

  it.each([
    ["joe@example.com", { local: "joe", domain: "example.com" }],
    ['"a b"@EXAMPLE.com', { local: '"a b"', domain: "example.com" }],
    ['"a@b"@example.com', { local: '"a@b"', domain: "example.com" }],
    ["joe@[192.0.2.1]", { local: "joe", domain: "[192.0.2.1]" }],
    ["joe", undefined],
    ["@example.com", undefined],
    ["joe@", undefined],
    ["a..b@example.com", undefined],
    [".a@example.com", undefined],
    ["a b@example.com", undefined],
    ["joe@@example.com", undefined],
    ["joe@example.com.", undefined],
    ["joe@*.example.com", undefined],
    ["joe@exa mple.com", undefined],
  ])("%s is read as %o", (text, mailbox) => expect(parseMailbox(text)).toEqual(mailbox));

  it("matches where OpenSSL says so", () => {
    const local = fc.constantFrom("joe", "Joe", "ann.b", "a+b");
    const domain = fc.constantFrom("example.com", "EXAMPLE.com", "mail.example.com");
    const mailbox = fc.tuple(local, domain).map((parts) => parts.join("@"));
    fc.assert(
      fc.property(mailbox, mailbox, (asked, presented) => {
        const oracle = new X509Certificate(certificateWith([email(presented)]));
        expect(check(asked, email(presented)) === undefined).toBe(
          oracle.checkEmail(asked, { subject: "never" }) !== undefined,
        );
      }),
      { numRuns: 100 },
    );
  });
});
