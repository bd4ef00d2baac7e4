import { expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { TAG } from "../../src/asn1/tag.ts";
import { integer, nul, sequence, text } from "../../src/asn1/writer.ts";
import { cpsQualifier, readCps, readUserNotice, userNoticeQualifier } from "../../src/x509/policy-qualifier.ts";

const notice = (...parts: readonly Uint8Array[]) => ({
  oid: OID.policyQualifierUserNotice,
  valueDer: sequence(...parts),
});

it("a practice statement is a URI", () => {
  expect(readCps(cpsQualifier("http://a.test/cps"))).toBe("http://a.test/cps");
  expect(readCps(userNoticeQualifier("x"))).toBeUndefined();
});

it("a notice has a text, a reference, both or neither", () => {
  const reference = sequence(text(TAG.utf8String, "Org"), sequence(integer(1), integer(4)));
  expect(readUserNotice(userNoticeQualifier("be kind"))).toEqual({ text: "be kind" });
  expect(readUserNotice(notice(reference))).toEqual({ reference: { organization: "Org", numbers: [1, 4] } });
  expect(readUserNotice(notice(reference, text(TAG.visibleString, "b")))).toMatchObject({ text: "b" });
  expect(readUserNotice(notice())).toEqual({});
  expect(readUserNotice(cpsQualifier("x"))).toBeUndefined();
});

it("what is neither is refused", () => {
  const derError = expect.objectContaining({ code: "ERR_DER" });
  expect(() => readUserNotice(notice(text(TAG.utf8String, "a"), nul()))).toThrowError(derError);
  expect(() => readCps({ oid: OID.policyQualifierCps, valueDer: nul() })).toThrowError(derError);
});
