import { describe, expect, it } from "vitest";
import { crlProfileBreaches } from "../../../src/revocation/crl/crl-profile.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { authorityKeyIdentifier } from "../../../src/x509/extensions/authority-key-identifier.ts";
import { crlNumber } from "../../../src/x509/extensions/crl-number.ts";
import { deltaCrlIndicator } from "../../../src/x509/extensions/delta-crl-indicator.ts";
import { freshestCrl } from "../../../src/x509/extensions/freshest-crl.ts";
import { ca, delta, number, scope, url } from "./crl-samples.ts";

const keyId = encodeExtension(authorityKeyIdentifier, { keyId: ca.key.publicKey.keyIdentifier }, false);

function breaches(...extensions: readonly Uint8Array[]): readonly string[] {
  return crlProfileBreaches(ca.list({ extensions })).map(({ text }) => text);
}

describe("crlProfileBreaches", () => {
  it("finds nothing in a list by the profile", () => {
    expect(breaches(keyId, number(1n))).toEqual([]);
    expect(breaches(keyId, number(2n), delta(1n), scope({ onlyContainsUserCerts: true }))).toEqual([]);
  });

  it("finds what is missing and what is wrongly critical", () => {
    expect(breaches()).toEqual(["it has no authorityKeyIdentifier", "it has no crlNumber"]);
    expect(breaches(keyId, encodeExtension(crlNumber, 1n, true))).toEqual(["its crlNumber is critical"]);
    const soft = encodeExtension(deltaCrlIndicator, 1n, false);
    const freshest = encodeExtension(freshestCrl, [{ fullName: [url("http://pki.test/d.crl")] }], false);
    expect(breaches(keyId, number(2n), soft, freshest)).toEqual([
      "its deltaCrlIndicator is not critical",
      "it is a delta and has a freshestCRL",
    ]);
  });
});
