import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { X509Certificate, X509Crl } from "@peculiar/x509";
import { CertificateRevocationList, CryptoEngine, Certificate as PkijsCertificate, setEngine } from "pkijs";
import { describe, expect, it } from "vitest";
import { revoke } from "../../../src/ca/revoke.ts";
import { newCa } from "../fixtures.ts";
import { issueLeaf, publish, readList } from "./crl-fixtures.ts";

setEngine("node", new CryptoEngine({ name: "node", crypto: webcrypto as Crypto }));

async function sample() {
  const ca = await newCa({ baseUrl: "http://pki.example.test", crlShards: 2 });
  const leaves = [await issueLeaf(ca), await issueLeaf(ca), await issueLeaf(ca)];
  for (const { certificate } of leaves) await revoke(ca.context, certificate, { reason: "superseded" });
  const publications = await publish(ca.context, ca.issuing);
  const lists = publications.map(readList).map(({ der }) => new Uint8Array(der));
  return {
    issuer: new Uint8Array(ca.issuing.certificate.der),
    lists,
    serials: leaves.map(({ record }) => record.serial),
  };
}

describe("other libraries read our CRLs", () => {
  it("pkijs", async () => {
    const { issuer, lists, serials } = await sample();
    const found: string[] = [];
    for (const der of lists) {
      const list = CertificateRevocationList.fromBER(der);
      expect(await list.verify({ issuerCertificate: PkijsCertificate.fromBER(issuer) })).toBe(true);
      for (const { userCertificate } of list.revokedCertificates ?? [])
        found.push(Buffer.from(userCertificate.valueBlock.valueHexView).toString("hex"));
    }
    expect(found.toSorted()).toEqual(serials.toSorted());
  });

  it("@peculiar/x509", async () => {
    const { issuer, lists, serials } = await sample();
    const found: string[] = [];
    for (const der of lists) {
      const list = new X509Crl(der);
      expect(await list.verify({ publicKey: new X509Certificate(issuer) }, webcrypto as Crypto)).toBe(true);
      for (const { serialNumber } of list.entries) found.push(serialNumber);
    }
    expect(found.toSorted()).toEqual(serials.toSorted());
  });
});
