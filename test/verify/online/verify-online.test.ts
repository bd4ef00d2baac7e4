import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.ts";
import { encodeErrorResponse } from "../../../src/revocation/respond/encode-response.ts";
import { verifyOnline } from "../../../src/verify/online/verify-online.ts";
import type { VerifyOptions } from "../../../src/verify/verify-options.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import type { CertificateList } from "../../../src/x509/certificate-list.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { authorityInfoAccess } from "../../../src/x509/extensions/authority-info-access.ts";
import { authorityKeyIdentifier } from "../../../src/x509/extensions/authority-key-identifier.ts";
import { crlDistributionPoints } from "../../../src/x509/extensions/crl-distribution-points.ts";
import { crlNumber } from "../../../src/x509/extensions/crl-number.ts";
import { listen } from "../../revocation/fetch/loopback.ts";
import { caExtensions, now, TestIssuer } from "../../revocation/test-issuer.ts";

const root = new TestIssuer("CN=root");
const otherRoot = new TestIssuer("CN=other root");
const ca = new TestIssuer("CN=CA");
const holder = new TestIssuer("CN=leaf");

const uri = (value: string) => ({ kind: "uri", value }) as const;
const crlAt = (url: string) => encodeExtension(crlDistributionPoints, [{ fullName: [uri(url)] }], false);
const access = (method: string, url: string) =>
  encodeExtension(authorityInfoAccess, [{ method, location: uri(url) }], false);

/** A list of these certificates, without fault. */
function listOf(issuer: TestIssuer, ...serials: readonly number[]): CertificateList {
  const key = encodeExtension(authorityKeyIdentifier, { keyId: issuer.key.publicKey.keyIdentifier }, false);
  const extensions = [key, encodeExtension(crlNumber, 1n, false)];
  return issuer.list({ extensions, revoked: serials.map((serial) => ({ serial })) });
}

/** Where a list is published until the end of the test, and how often it was asked for. */
async function published(list: CertificateList): Promise<{ readonly url: string; readonly count: () => number }> {
  let count = 0;
  const url = await listen((_, response) => {
    count++;
    response.end(list.der);
  });
  return { url, count: () => count };
}

async function findings(certificates: readonly Certificate[], options: Partial<VerifyOptions> = {}) {
  const result = await verifyOnline(certificates, { trust: [root.root], at: now, ...options });
  const said = result.findings.map(({ code, severity, index }) => `${severity} ${code} ${index}`);
  return { ...result, said: said.filter((text) => / (crl|ocsp|revoked|malformed)/.test(text)) };
}

describe("verifyOnline", () => {
  it("places what could not be learnt at its certificate, as heavy as revocation is asked for", async () => {
    const busy = await listen((_, response) => response.end(encodeErrorResponse("tryLater")));
    const lists = await published(listOf(root));
    const chain = [
      ca.certify(holder, { extensions: [access(OID.ocsp, busy)] }),
      root.certify(ca, { serial: 5, extensions: [...caExtensions, crlAt(lists.url)] }),
    ];
    expect((await findings(chain)).said).toEqual(["warning ocsp-try-later 0"]);
    expect(await findings(chain, { revocation: "require" })).toMatchObject({
      valid: false,
      said: ["error ocsp-try-later 0"],
    });
    expect((await findings(chain, { revocation: "off" })).said).toEqual([]);
    expect(lists.count()).toBe(2);
  });

  it("asks nobody about what the caller's own material settles", async () => {
    const lists = await published(listOf(ca));
    const chain = [
      ca.certify(holder, { extensions: [crlAt(lists.url)] }),
      root.certify(ca, { serial: 5, extensions: caExtensions }),
    ];
    const crls = [listOf(ca).der, listOf(root).der];
    expect(await findings(chain, { crls, revocation: "require" })).toMatchObject({ valid: true, said: [] });
    expect(lists.count()).toBe(0);
  });

  it("asks nobody without a path to a trusted certificate", async () => {
    const lists = await published(listOf(ca));
    const { skipped } = await findings([ca.certify(holder, { extensions: [crlAt(lists.url)] })]);
    expect(skipped).toContain("revocation: nobody is asked without a path to a trusted certificate");
    expect(lists.count()).toBe(0);
  });

  it("goes around a CA that turns out to be revoked, and asks about the other way too", async () => {
    const ofCa = await published(listOf(ca));
    const [revoking, fine] = [await published(listOf(root, 5)), await published(listOf(otherRoot))];
    const chain = [
      ca.certify(holder, { extensions: [crlAt(ofCa.url)] }),
      root.certify(ca, { serial: 5, extensions: [...caExtensions, crlAt(revoking.url)] }),
      otherRoot.certify(ca, { serial: 6, extensions: [...caExtensions, crlAt(fine.url)] }),
    ];
    const options = { trust: [root.root, otherRoot.root], revocation: "require" } as const;
    const result = await findings(chain, options);
    expect(result).toMatchObject({ valid: true, said: [] });
    expect(result.path.map(({ subject }) => subject)).toEqual(["CN=leaf", "CN=CA", "CN=other root"]);
  });

  it("climbs over missing issuers, and tells what was in the way", async () => {
    const above = await listen((_, response) =>
      response.end(root.certify(ca, { serial: 5, extensions: caExtensions }).der),
    );
    const leaf = ca.certify(holder, { extensions: [access(OID.caIssuers, above)] });
    const trust = { trust: [root.root], at: now, fetchRevocation: false } as const;
    const found = await verifyOnline([leaf], { ...trust, fetchIssuers: true });
    expect(found.path.map(({ from }) => from)).toEqual(["sent", "aia", "trust"]);
    const gone = await listen((_, response) => response.writeHead(404).end());
    const lost = ca.certify(holder, { extensions: [access(OID.caIssuers, gone)] });
    const { valid, skipped } = await verifyOnline([lost], { ...trust, fetchIssuers: true });
    expect({ valid, skipped }).toMatchObject({
      valid: false,
      skipped: expect.arrayContaining([`issuer of CN=leaf: ${gone} answers HTTP 404`]),
    });
  });
});
