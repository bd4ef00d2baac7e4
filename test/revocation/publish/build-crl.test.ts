import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PrivateKey } from "../../../src/keys/private-key.ts";
import { softwareSigner } from "../../../src/keys/software-signer.ts";
import { crlProfileBreaches } from "../../../src/revocation/crl/crl-profile.ts";
import { CertificateList } from "../../../src/x509/certificate-list.ts";
import { authorityKeyIdentifier } from "../../../src/x509/extensions/authority-key-identifier.ts";
import { crlNumber } from "../../../src/x509/extensions/crl-number.ts";
import { deltaCrlIndicator } from "../../../src/x509/extensions/delta-crl-indicator.ts";
import { freshestCrl } from "../../../src/x509/extensions/freshest-crl.ts";
import { invalidityDate } from "../../../src/x509/extensions/invalidity-date.ts";
import { issuingDistributionPoint } from "../../../src/x509/extensions/issuing-distribution-point.ts";
import { type CrlReason, crlReasons, reasonCode } from "../../../src/x509/extensions/reason-code.ts";
import { Name } from "../../../src/x509/name.ts";
import { days, TestIssuer } from "../test-issuer.ts";
import { ca, derOf, entriesOf, listOf, manyEntries, rootOf, scratchFolder, termsOf } from "./publish-samples.ts";

/** What `openssl crl` says of a list and its signature. */
function opensslCrl(der: Uint8Array, issuer: TestIssuer): string {
  const path = scratchFolder();
  writeFileSync(path("crl.der"), der);
  writeFileSync(path("ca.pem"), rootOf(issuer).toPem());
  const options = ["-inform", "DER", "-in", path("crl.der"), "-noout", "-text", "-CAfile", path("ca.pem")];
  const { stdout, stderr } = spawnSync("openssl", ["crl", ...options], { encoding: "utf8", maxBuffer: 2 ** 26 });
  return stdout + stderr;
}

describe("a CRL of ours", () => {
  it("says what it was told, and no more", async () => {
    const list = await listOf(ca, {}, { serialHex: "05", reason: "keyCompromise", invalidityDate: days(-9) });
    expect(list.version).toBe(2);
    expect([list.thisUpdate, list.nextUpdate]).toEqual([days(-1), days(6)]);
    expect(list.extension(crlNumber)).toEqual({ critical: false, value: 7n });
    expect(list.extension(authorityKeyIdentifier)?.value.keyId).toEqual(ca.key.publicKey.keyIdentifier);
    expect(list.extensions).toHaveLength(2);
    const [entry] = [...list.entries()];
    expect([entry?.serialHex, entry?.revokedAt]).toEqual(["05", days(-2)]);
    expect(entry?.extension(reasonCode)).toEqual({ critical: false, value: "keyCompromise" });
    expect(entry?.extension(invalidityDate)).toEqual({ critical: false, value: days(-9) });
    expect(crlProfileBreaches(list)).toEqual([]);
  });

  it.each(Object.keys(crlReasons) as CrlReason[])("gives the reason %s, but for unspecified", async (reason) => {
    const [entry] = [...(await listOf(ca, {}, { reason })).entries()];
    expect(entry?.extension(reasonCode)?.value).toBe(reason === "unspecified" ? undefined : reason);
    expect(entry?.extensions).toHaveLength(reason === "unspecified" ? 0 : 1);
  });

  it("has no list of entries when nothing is revoked", async () => {
    const der = await derOf(termsOf(ca), entriesOf(), ca.signer);
    expect([...CertificateList.parse(der).entries()]).toEqual([]);
    const said = opensslCrl(der, ca);
    expect(said).toContain("verify OK");
    expect(said).toContain("No Revoked Certificates");
  });

  it("names its base and its scope critically, and its deltas not", async () => {
    const urls = ["http://pki.test/3.crl"];
    const list = await listOf(ca, { base: 5, distributionPoint: urls });
    expect(list.extension(deltaCrlIndicator)).toEqual({ critical: true, value: 5n });
    const point = list.extension(issuingDistributionPoint);
    expect(point).toMatchObject({ critical: true, value: { fullName: [{ kind: "uri", value: urls[0] }] } });
    expect(point?.value).toMatchObject({
      onlyContainsUserCerts: false,
      onlyContainsCaCerts: false,
      indirectCrl: false,
    });
    const complete = await listOf(ca, { deltaUrls: ["http://pki.test/delta.crl"] });
    expect(complete.extension(freshestCrl)).toMatchObject({
      critical: false,
      value: [{ fullName: [{ kind: "uri", value: "http://pki.test/delta.crl" }] }],
    });
    expect(crlProfileBreaches(list).concat(crlProfileBreaches(complete))).toEqual([]);
  });

  it.each([0, 1, 3, 10, 100, 3_000, 30_000])("of %i entries is what openssl can read and verify", async (count) => {
    const der = await derOf(termsOf(ca), entriesOf(...manyEntries(count)), ca.signer);
    const said = opensslCrl(der, ca);
    expect(said).toContain("verify OK");
    expect(said).toContain("X509v3 CRL Number: \n                7");
    expect([...said.matchAll(/Serial Number: /g)].length).toBe(count);
  });

  it("has lengths in their shortest form, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70_000 }), async (length) => {
        const issuer = new TestIssuer("CN=x", ca.key);
        const name = Name.fromString(`CN=${"x".repeat(length % 300)}`);
        const entries = entriesOf(...manyEntries(length % 1_900));
        const der = await derOf(termsOf(issuer, { issuer: name }), entries, issuer.signer);
        expect([...CertificateList.parse(der).entries()]).toHaveLength(length % 1_900);
      }),
      { numRuns: 60 },
    );
  });

  it.each(["ecdsa-p256", "ecdsa-p384", "ecdsa-p521", "ed25519", "ed448", "rsa-2048"] as const)(
    "by a key of type %s verifies",
    async (type) => {
      const issuer = new TestIssuer("CN=Other CA", PrivateKey.generate(type));
      expect(opensslCrl((await listOf(issuer, {}, {})).der, issuer)).toContain("verify OK");
    },
  );

  it("by an RSA key with PSS verifies", async () => {
    const issuer = new TestIssuer("CN=PSS CA", PrivateKey.generate("rsa-2048"));
    const signer = softwareSigner(issuer.key, "rsa-pss-sha256");
    const terms = termsOf(issuer, { signatureAlgorithm: signer.signatureAlgorithm });
    expect(opensslCrl(await derOf(terms, entriesOf({}), signer), issuer)).toContain("verify OK");
  });

  it("of an Ed25519 key is bounded, for it must be held whole", async () => {
    const { signer } = new TestIssuer("CN=Ed", PrivateKey.generate("ed25519"));
    const endless = { byteLength: 70_000_000, async *chunks() {} };
    const terms = termsOf(ca, { signatureAlgorithm: signer.signatureAlgorithm });
    await expect(derOf(terms, endless, signer)).rejects.toMatchObject({ code: "ERR_MESSAGE_TOO_LARGE" });
  });
});
