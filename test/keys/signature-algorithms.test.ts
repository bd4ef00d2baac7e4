import { describe, expect, it } from "vitest";
import { fromHex } from "../../src/asn1/bytes.ts";
import { OID } from "../../src/asn1/oids.ts";
import { DerReader } from "../../src/asn1/reader.ts";
import { explicit, integer, nul, sequence } from "../../src/asn1/writer.ts";
import { encodePssParameters, parsePssParameters } from "../../src/keys/pss-parameters.ts";
import {
  type SignatureAlgorithm,
  signatureAlgorithm,
  signatureAlgorithmOf,
  signatureAlgorithms,
} from "../../src/keys/signature-algorithms.ts";
import { encodeAlgorithmIdentifier, parseAlgorithmIdentifier } from "../../src/x509/algorithm-identifier.ts";

function read(der: Uint8Array): SignatureAlgorithm | undefined {
  return signatureAlgorithmOf(parseAlgorithmIdentifier(DerReader.of(der)));
}

function pss(...fields: Uint8Array[]): SignatureAlgorithm | undefined {
  return read(encodeAlgorithmIdentifier(OID.rsassaPss, sequence(...fields)));
}

const sha256 = encodeAlgorithmIdentifier(OID.sha256, nul());
const mgf1Sha256 = encodeAlgorithmIdentifier(OID.mgf1, sha256);

describe("signature algorithms", () => {
  it.each(signatureAlgorithms)("reads back what it writes: $id", (algorithm) => {
    expect(read(algorithm.identifierDer)).toBe(algorithm);
  });

  it("marks the broken hashes, and those alone", () => {
    const weak = signatureAlgorithms.filter((algorithm) => algorithm.weak).map(({ id }) => id);
    expect(weak).toEqual(["ecdsa-sha1", "rsa-pkcs1-sha1", "rsa-pkcs1-md5", "rsa-pss-sha1", "dsa-sha1"]);
  });

  it("speaks of them in words", () => {
    expect(signatureAlgorithm("ecdsa-sha256").words).toBe("ECDSA with SHA-256");
    expect(signatureAlgorithm("rsa-pss-sha384").words).toBe("RSA-PSS with SHA-384");
    expect(signatureAlgorithm("ed25519").words).toBe("Ed25519");
  });

  it("refuses a name that is none", () => {
    const unknown = expect.objectContaining({ code: "ERR_SIGNATURE_ALGORITHM_UNKNOWN" });
    expect(() => signatureAlgorithm("rsa-sha256")).toThrowError(unknown);
  });

  it("takes the parameters that each RFC allows, and no others", () => {
    expect(read(encodeAlgorithmIdentifier(OID.sha256WithRsaEncryption, nul()))?.id).toBe("rsa-pkcs1-sha256");
    expect(read(encodeAlgorithmIdentifier(OID.sha256WithRsaEncryption))?.id).toBe("rsa-pkcs1-sha256");
    expect(read(encodeAlgorithmIdentifier(OID.sha256WithRsaEncryption, integer(1)))).toBeUndefined();
    expect(read(encodeAlgorithmIdentifier(OID.ecdsaWithSha256, nul()))).toBeUndefined();
    expect(read(encodeAlgorithmIdentifier(OID.ed25519, nul()))).toBeUndefined();
    expect(read(encodeAlgorithmIdentifier("1.2.3.4"))).toBeUndefined();
  });
});

describe("RSA-PSS parameters", () => {
  it("writes what openssl writes for the three common hashes", () => {
    // openssl req -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest
    const expected =
      "3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480165030402010500a203020120";
    expect(encodePssParameters("sha256")).toEqual(fromHex(expected));
  });

  it("fills in the defaults of RFC 4055", () => {
    const defaults = { hash: "sha1", mgf1Hash: "sha1", saltLength: 20, trailerField: 1 };
    expect(parsePssParameters(sequence())).toEqual(defaults);
    expect(encodePssParameters("sha1")).toEqual(sequence());
    expect(pss()?.id).toBe("rsa-pss-sha1");
  });

  it("keeps another salt length, with the identifier as it stands", () => {
    const algorithm = pss(explicit(0, sha256), explicit(1, mgf1Sha256), explicit(2, integer(222)));
    expect(algorithm).toMatchObject({ id: "rsa-pss-sha256", saltLength: 222 });
    expect(read(algorithm?.identifierDer ?? sequence())).toEqual(algorithm);
  });

  it.each([
    ["another hash for MGF1", [explicit(0, sha256)]],
    ["another trailer field", [explicit(0, sha256), explicit(1, mgf1Sha256), explicit(3, integer(2))]],
    ["a negative salt length", [explicit(0, sha256), explicit(1, mgf1Sha256), explicit(2, integer(-1))]],
    ["a huge salt length", [explicit(0, sha256), explicit(1, mgf1Sha256), explicit(2, integer(2 ** 40))]],
    ["an unknown hash", [explicit(0, encodeAlgorithmIdentifier("1.2.3"))]],
    ["fields out of order", [explicit(2, integer(32)), explicit(0, sha256)]],
    ["something after them", [explicit(0, sha256), explicit(1, mgf1Sha256), integer(1)]],
  ])("does not take %s", (_, fields) => {
    expect(pss(...fields)).toBeUndefined();
  });

  it("does not take missing parameters", () => {
    expect(read(encodeAlgorithmIdentifier(OID.rsassaPss))).toBeUndefined();
    expect(read(encodeAlgorithmIdentifier(OID.rsassaPss, nul()))).toBeUndefined();
  });
});
