import { describe, expect, it } from "vitest";
import { toHex } from "../../src/asn1/bytes.ts";
import { OID } from "../../src/asn1/oids.ts";
import { customExtensionFromText, customExtensionValue } from "../../src/x509/custom-extension.ts";

describe("a custom extension", () => {
  it.each([
    ["1.2.3.4=hex:0c0161", "1.2.3.4", false, "0c0161"],
    ["1.2.3.4=hex: 0c:01:61 ", "1.2.3.4", false, "0c0161"],
    ["1.2.3.4=critical,base64:DAFh", "1.2.3.4", true, "0c0161"],
    [' 1.2.3.4 = critical , asn1 : UTF8String "a"', "1.2.3.4", true, "0c0161"],
    ["tlsFeature=asn1:SEQUENCE { INTEGER 5 }", OID.tlsFeature, false, "3003020105"],
  ])("%s", (text, oid, critical, hex) => {
    const extension = customExtensionFromText(text);
    expect({ ...extension, value: toHex(extension.value) }).toEqual({ oid, critical, value: hex });
  });

  it.each([
    ["nothing", "", "ERR_CUSTOM_EXTENSION"],
    ["no form", "1.2.3.4=0c0161", "ERR_CUSTOM_EXTENSION"],
    ["an unknown form", "1.2.3.4=text:a", "ERR_CUSTOM_EXTENSION"],
    ["an unknown name", "fooBar=hex:0500", "ERR_OID"],
    ["half an octet", "1.2.3.4=hex:050", "ERR_CUSTOM_EXTENSION"],
    ["broken base64", "1.2.3.4=base64:BQ", "ERR_CUSTOM_EXTENSION"],
    ["broken ASN.1", "1.2.3.4=asn1:INTEGER", "ERR_ASN1_TEXT"],
    ["octets that are no DER", "1.2.3.4=hex:05", "ERR_DER"],
    ["two elements", "1.2.3.4=hex:05000500", "ERR_DER"],
    ["no element", "1.2.3.4=hex:", "ERR_DER"],
  ])("with %s is refused", (_, text, code) => {
    expect(() => customExtensionFromText(text)).toThrowError(expect.objectContaining({ code }));
  });

  it("comes from settings as well", () => {
    expect(toHex(customExtensionValue({ hex: "0500" }))).toBe("0500");
    expect(toHex(customExtensionValue({ base64: "BQA=" }))).toBe("0500");
    expect(toHex(customExtensionValue({ asn1: "NULL" }))).toBe("0500");
  });
});
