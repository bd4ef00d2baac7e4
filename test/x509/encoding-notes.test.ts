import { describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { boolean, explicit, generalizedTime, integer, nul, octetString, oid, sequence } from "../../src/asn1/writer.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { encodingNotes } from "../../src/x509/encoding-notes.ts";
import { encodeExtension, encodeRawExtension } from "../../src/x509/extension.ts";
import { keyUsage } from "../../src/x509/extensions/key-usage.ts";
import { ed25519, sampleCertificate, sampleTbs, signed } from "./sample-certificate.ts";

function notes(says: Parameters<typeof sampleCertificate>[0]): unknown {
  return encodingNotes(Certificate.parse(sampleCertificate(says)));
}

describe("the notes on an encoding", () => {
  it("are none for what we write", () => {
    expect(notes({ extensions: [encodeExtension(keyUsage, ["cRLSign"], true)] })).toEqual([]);
  });

  it.each([
    [
      "critical FALSE written out",
      { extensions: [sequence(oid(OID.keyUsage), boolean(false), octetString(keyUsage.encode(["cRLSign"])))] },
      { at: "extensions[0]", message: "critical FALSE is the default and written out" },
    ],
    [
      "cA FALSE written out",
      { extensions: [encodeRawExtension(OID.basicConstraints, sequence(boolean(false)), true)] },
      { at: "extensions[0]", message: "basicConstraints is not the DER of what it says" },
    ],
    [
      "bits that trail",
      { extensions: [encodeRawExtension(OID.keyUsage, Uint8Array.of(3, 3, 7, 6, 0), true)] },
      { at: "extensions[0]", message: "keyUsage is not the DER of what it says" },
    ],
    [
      "GeneralizedTime before 2050",
      { notAfter: generalizedTime(new Date("2049-01-01")) },
      { at: "validity.notAfter", message: "GeneralizedTime is not the type for its year" },
    ],
  ])("say %s", (_, says, note) => {
    expect(notes(says)).toEqual([note]);
  });

  it("say version 1 written out", () => {
    const v1 = sampleTbs({ version: 1 });
    const tbs = sequence(
      explicit(0, integer(0)),
      v1.subarray((v1[1] as number) < 0x80 ? 2 : 2 + ((v1[1] as number) & 0x7f)),
    );
    expect(encodingNotes(Certificate.parse(signed(tbs)))).toEqual([
      { at: "version", message: "v1 is the default and written out" },
    ]);
  });

  it("say what is not DER deep inside", () => {
    expect(notes({ serial: Uint8Array.of(0, 5) })).toEqual([
      { at: expect.stringMatching(/^octet \d+$/), message: "the INTEGER is not in its shortest form" },
    ]);
  });

  it("leave what does not decode to the field itself", () => {
    expect(notes({ extensions: [encodeRawExtension(OID.keyUsage, nul(), true)] })).toEqual([]);
    expect(notes({ notBefore: nul(), signatureAlgorithm: ed25519 })).toEqual([]);
  });
});
