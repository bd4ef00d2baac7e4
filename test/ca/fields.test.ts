import { hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { issue } from "../../src/ca/issue.ts";
import type { CertificateOrder } from "../../src/ca/order.ts";
import type { PublicKey } from "../../src/keys/public-key.ts";
import { builtinProfile } from "../../src/profile/builtin-profiles.ts";
import { NOON, newCa } from "./fixtures.ts";
import { openssl } from "./openssl.ts";
import { type Fields, readByNode, readByPeculiar, readByPkijs } from "./readers.ts";
import { leafSamples } from "./samples.ts";

const baseUrl = "http://pki.example.test";
const serial = Uint8Array.from({ length: 16 }, (_, i) => i + 1);

describe("every field as written", () => {
  it.each(leafSamples)("of a certificate of the profile $profile", async ({ order }) => {
    const { context, issuing } = await newCa({ baseUrl });
    const { certificate, key } = await issue({ ...context, serial: () => serial }, issuing, order);
    const fields = expected(order, issuing.id, issuing.name, issuing.signer.publicKey, key?.publicKey);
    expect(readByPkijs(certificate.der)).toEqual(fields);
    expect(readByPeculiar(certificate.der)).toEqual(fields);
    expect(fields).toMatchObject(readByNode(certificate.der));
    const text = openssl(["x509", "-noout", "-text", "-nameopt", "RFC2253"], certificate.toPem());
    for (const line of opensslLines(fields)) expect(text).toContain(line);
  });
});

/** What the certificate must say, from the order and the profile alone. */
function expected(
  { profile, names, subject, days }: CertificateOrder,
  id: string,
  issuer: string,
  issuerKey: PublicKey,
  key: PublicKey | undefined,
): Fields {
  const { validity, keyUsage, extendedKeyUsage, crlDistributionPoints, authorityInfoAccess } = profile;
  const plain = names.map((name) => String(name).replace(/^upn:/, ""));
  const start = NOON.getTime() - validity.backdate * 1000;
  const seconds = days === undefined ? validity.default : days * 86_400;
  const ofEcKeys = keyUsage.filter((bit) => bit !== "keyEncipherment" && bit !== "dataEncipherment");
  const access = [
    ...(authorityInfoAccess.ocsp === "authority" ? [`${baseUrl}/ocsp`] : []),
    ...(authorityInfoAccess.caIssuers === "authority" ? [`${baseUrl}/ca/${id}.cer`] : []),
  ];
  return {
    serial: "0102030405060708090a0b0c0d0e0f10",
    subject: subject?.commonName ?? (profile.subject.commonName === "none" ? "" : (plain[0] ?? "")),
    issuer,
    notBefore: new Date(start).toISOString(),
    notAfter: new Date(start + (seconds - 1) * 1000).toISOString(),
    ca: false,
    keyUsage: ofEcKeys,
    purposes: extendedKeyUsage.purposes,
    names: plain,
    subjectKey: keyIdentifier(key),
    authorityKey: keyIdentifier(issuerKey),
    crls: crlDistributionPoints === "authority" ? [`${baseUrl}/crl/${id}.crl`] : [],
    access,
  };
}

// RFC 5280 section 4.2.1.2 (1). An uncompressed point on P-256 is the last 65 octets.
function keyIdentifier(key: PublicKey | undefined): string {
  return hash("sha1", key?.spkiDer.subarray(-65) ?? "");
}

function opensslLines({ issuer, subject, crls, access, names, authorityKey, subjectKey }: Fields): readonly string[] {
  const colons = (digits: string) => digits.toUpperCase().match(/../g)?.join(":") ?? "";
  return [
    "Serial Number:\n            01:02:03:04:05:06:07:08:09:0a:0b:0c:0d:0e:0f:10",
    `Issuer: CN=${issuer},O=Acme`,
    ...(subject === "" ? [] : [`CN=${subject}`]),
    `X509v3 Subject Key Identifier: \n                ${colons(subjectKey)}`,
    `X509v3 Authority Key Identifier: \n                ${colons(authorityKey)}`,
    ...[...crls, ...access].map((url) => `URI:${url}`),
    ...names.filter((name) => /^[*a-z][a-z0-9.-]*$/.test(name)).map((name) => `DNS:${name}`),
  ];
}

it("critical is what profile and RFC 5280 say, in the eyes of openssl", async () => {
  const { context, issuing } = await newCa();
  const { certificate } = await issue(context, issuing, {
    profile: builtinProfile("spiffe"),
    names: ["spiffe://a.test/b"],
  });
  const text = openssl(["x509", "-noout", "-text"], certificate.toPem());
  for (const name of ["Basic Constraints", "Key Usage", "Subject Alternative Name"])
    expect(text).toContain(`X509v3 ${name}: critical`);
  expect(text).toContain("X509v3 Extended Key Usage: \n");
});
