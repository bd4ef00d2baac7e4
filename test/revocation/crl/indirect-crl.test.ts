import { describe, expect, it } from "vitest";
import type { DistributionPoint } from "../../../src/x509/distribution-point.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { certificateIssuer } from "../../../src/x509/extensions/certificate-issuer.ts";
import { crlDistributionPoints } from "../../../src/x509/extensions/crl-distribution-points.ts";
import { keyUsage } from "../../../src/x509/extensions/key-usage.ts";
import { TestIssuer } from "../test-issuer.ts";
import { ca, check, codes, leafKey, leafWith, named, scope, url } from "./crl-samples.ts";

describe("an indirect CRL", () => {
  const lister = new TestIssuer("CN=CRL issuer");
  const listerCertificate = ca.certify(lister, { extensions: [encodeExtension(keyUsage, ["cRLSign"], true)] });
  const point: DistributionPoint = { fullName: [url("http://pki.test/all.crl")], crlIssuer: [named(lister)] };
  const indirect = scope({ fullName: [url("http://pki.test/all.crl")], indirectCrl: true });
  const of = (issuer: TestIssuer) => encodeExtension(certificateIssuer, [named(issuer)], true);

  it("speaks of the issuer that its entries name, and goes on naming", () => {
    const revoked = [{ serial: 7, extensions: [of(ca)] }, { serial: 1 }];
    const list = lister.list({ extensions: [indirect], revoked });
    expect(codes(check(leafWith(point), [list], [listerCertificate]))).toBe("revoked");
    const others = lister.list({
      extensions: [indirect],
      revoked: [{ serial: 1 }, { serial: 1, extensions: [of(leafKey)] }],
    });
    expect(codes(check(leafWith(point), [others], [listerCertificate]))).toBe("good");
  });

  it("needs the distribution point to name its issuer, itself to say indirect, and its signer a path", () => {
    const list = lister.list({ extensions: [indirect] });
    expect(codes(check(leafWith({ fullName: point.fullName ?? [] }), [list], [listerCertificate]))).toEqual([
      "crl-missing",
    ]);
    expect(codes(check(leafWith(point), [lister.list()], [listerCertificate]))).toEqual(["crl-wrong-scope"]);
    expect(codes(check(leafWith(point), [list]))).toEqual(["crl-wrong-issuer"]);
  });

  it("may be found by the name of its issuer alone", () => {
    const named_ = scope({ fullName: [named(lister)], indirectCrl: true });
    const list = lister.list({ extensions: [named_] });
    expect(codes(check(leafWith({ crlIssuer: [named(lister)] }), [list], [listerCertificate]))).toBe("good");
  });

  it("may speak of the certificate of its own signer", () => {
    const own = ca.certify(lister, { extensions: [encodeExtension(crlDistributionPoints, [point], false)] });
    expect(codes(check(own, [lister.list({ extensions: [indirect] })]))).toBe("good");
    const revoked = [{ serial: 1, extensions: [of(ca)] }];
    expect(codes(check(own, [lister.list({ extensions: [indirect], revoked })]))).toBe("revoked");
  });
});
