import { expect, it } from "vitest";
import { explain } from "../../src/explain/explain.ts";

const headline = (text: string) => explain(text).candidates[0]?.fault;
const verifyError = (depth: number, number: number, words: string) =>
  `depth=${depth} CN = somebody\nverify error:num=${number}:${words}`;

it.each([
  [0, 10, "certificate has expired", "expired-leaf"],
  [1, 10, "certificate has expired", "expired-intermediate"],
  [2, 10, "certificate has expired", "expired-root"],
  [1, 9, "certificate is not yet valid", "not-yet-valid-intermediate"],
  [1, 26, "unsuitable certificate purpose", "int-eku-client-only"],
  [1, 20, "unable to get local issuer certificate", "untrusted-root-not-sent"],
])("at depth %i number %i, %s, is %s", (depth, number, words, fault) => {
  expect(headline(verifyError(depth, number, words))).toBe(fault);
  expect(headline(`error ${number} at ${depth} depth lookup: ${words}`)).toBe(fault);
});

it("the number of certificates that came tells a missing intermediate from an unknown root", () => {
  const gnutls = (count: number) =>
    `- Got a certificate list of ${count} certificates.\n- Status: The certificate is NOT trusted. The certificate issuer is unknown.`;
  expect(headline(gnutls(1))).toBe("missing-intermediate");
  expect(headline(gnutls(2))).toBe("untrusted-root-not-sent");
  const openssl = "Certificate chain\n 0 s:CN = a\n   i:CN = b\n 1 s:CN = b\n   i:CN = c\n---\n";
  expect(headline(`${openssl}${verifyError(0, 20, "unable to get local issuer certificate")}`)).toBe("aki-mismatch");
});

it("at a port that wants STARTTLS, text instead of TLS is STARTTLS", () => {
  const at = (port: number) => `curl: (35) https://mail.test:${port}/ wrong version number`;
  expect(headline(at(443))).toBe("plain-http");
  expect(headline(at(587))).toBe("starttls-needed");
});
