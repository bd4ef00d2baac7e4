import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issuableKeyTypes } from "../../src/keys/algorithms.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { type BuiltinProfileName, builtinProfileNames, builtinProfiles } from "../../src/profile/builtin-profiles.ts";
import { compileProfile } from "../../src/profile/compile-profile.ts";
import { lintCertificate } from "../../src/profile/lint/lint-certificate.ts";
import { checkPolicy } from "../../src/profile/policy/check-policy.ts";
import type { Certificate } from "../../src/x509/certificate.ts";
import { generalNameFromText } from "../../src/x509/general-name-from-text.ts";
import { Name } from "../../src/x509/name.ts";
import { issue, makeIntermediate, makeRoot, now, type TestAuthority } from "./hierarchy.ts";

/** What each end-entity profile is asked for, and the purposes that OpenSSL 3.0 must find it good for. */
const cases: Readonly<Record<string, { names: readonly string[]; subject?: string; purposes: readonly string[] }>> = {
  "tls-server": { names: ["localhost", "127.0.0.1", "::1", "*.test.example"], purposes: ["sslserver"] },
  "tls-client": { names: ["alice@example.com", "upn:alice@corp"], purposes: ["sslclient"] },
  mtls: { names: ["web.internal", "spiffe://example.org/web"], purposes: ["sslserver", "sslclient"] },
  peer: { names: ["etcd-1", "10.0.0.7"], subject: "CN=etcd-1,O=system:masters", purposes: ["sslserver", "sslclient"] },
  "ocsp-signer": { names: [], subject: "CN=OCSP", purposes: ["ocsphelper"] },
  "code-signing": { names: [], subject: "CN=Acme Releases,O=Acme", purposes: ["any"] },
  email: { names: ["bob@example.com", "bøb@example.com"], purposes: ["smimesign"] },
  timestamping: { names: [], subject: "CN=Acme TSA", purposes: ["timestampsign"] },
  spiffe: { names: ["spiffe://example.org/ns/prod/sa/web"], purposes: ["sslserver", "sslclient"] },
};

let folder: string;
let root: TestAuthority;
let issuing: TestAuthority;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rootcause-profiles-"));
  root = makeRoot();
  const urls = { crl: ["http://pki.test/a.crl"], ocsp: ["http://pki.test/ocsp"], caIssuers: ["http://pki.test/a.cer"] };
  issuing = makeIntermediate(root, { urls });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("every built-in profile", () => {
  it("has a case here", () => {
    expect([...Object.keys(cases), "root", "intermediate"].sort()).toEqual([...builtinProfileNames]);
  });

  it.each(Object.keys(cases) as BuiltinProfileName[])(
    "%s passes openssl verify -x509_strict for its purposes",
    (name) => {
      const leaf = leafOf(name, "ecdsa-p256");
      for (const purpose of (cases[name] as { purposes: readonly string[] }).purposes)
        expect(opensslVerify(leaf, purpose)).toContain("OK");
    },
  );

  it.each(Object.keys(cases) as BuiltinProfileName[])("%s passes its own policy and lint", (name) => {
    const profile = builtinProfiles[name];
    const leaf = leafOf(name, "ecdsa-p256");
    expect(checkPolicy(compileProfile(profile, issuing.issuer), leaf)).toEqual([]);
    expect(lintCertificate(leaf)).toEqual([]);
  });

  it("root and intermediate pass for any purpose, policy and lint", () => {
    expect(opensslVerify(root.certificate, "any")).toContain("OK");
    expect(opensslVerify(issuing.certificate, "any")).toContain("OK");
    const { certificate: _, ...selfSigned } = root.issuer;
    expect(checkPolicy(compileProfile(builtinProfiles.root, selfSigned), root.certificate)).toEqual([]);
    expect(checkPolicy(compileProfile(builtinProfiles.intermediate, root.issuer), issuing.certificate)).toEqual([]);
    expect([...lintCertificate(root.certificate), ...lintCertificate(issuing.certificate)]).toEqual([]);
  });

  it.each(issuableKeyTypes.filter((type) => !type.startsWith("rsa-4")))("email under a leaf key of type %s", (key) => {
    const leaf = leafOf("email", key);
    expect(opensslVerify(leaf, "smimesign")).toContain("OK");
    const encrypts = key.startsWith("rsa") ? "Key Encipherment" : key.startsWith("ecdsa") ? "Key Agreement" : undefined;
    const text = openssl(["x509", "-noout", "-ext", "keyUsage"], leaf.toPem());
    expect(text.trim().split("\n").at(-1)?.trim()).toBe(
      ["Digital Signature", ...(encrypts ? [encrypts] : [])].join(", "),
    );
  });
});

describe("a TLS server certificate", () => {
  it("reads in OpenSSL as the profile says", () => {
    const text = openssl(["x509", "-noout", "-text"], leafOf("tls-server", "ecdsa-p256").toPem());
    expect(text).toMatch(/X509v3 Basic Constraints: critical\s+CA:FALSE/);
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature\n/);
    expect(text).toMatch(/X509v3 Extended Key Usage: \n\s+TLS Web Server Authentication\n/);
    expect(text).toMatch(
      /X509v3 Subject Alternative Name: \n\s+DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1/,
    );
    expect(text).toMatch(/Full Name:\s+URI:http:\/\/pki.test\/a.crl/);
    expect(text).toMatch(/OCSP - URI:http:\/\/pki.test\/ocsp\s+CA Issuers - URI:http:\/\/pki.test\/a.cer/);
    expect(text).toContain("Not Before: Mar  1 11:00:00 2026 GMT");
    expect(text).toContain("Not After : May 30 10:59:59 2026 GMT");
    expect(text).toContain("Subject: CN = localhost");
  });

  it("has a critical subjectAltName when its first name is too long for a common name", () => {
    const long = `${"a".repeat(60)}.example.com`;
    const leaf = issue(issuing, builtinProfiles["tls-server"], {
      names: [generalNameFromText(long)],
      publicKey: PrivateKey.generate("ecdsa-p256").publicKey,
    });
    expect(leaf.subject.isEmpty).toBe(true);
    expect(openssl(["x509", "-noout", "-ext", "subjectAltName"], leaf.toPem())).toContain("Alternative Name: critical");
    expect(opensslVerify(leaf, "sslserver", ["-verify_hostname", long])).toContain("OK");
  });
});

const hasPython = works(() =>
  execFileSync("python3", ["-c", "import ssl; ssl.VERIFY_X509_STRICT"], { stdio: "ignore" }),
);

describe.skipIf(!hasPython)("Python with the strict flags that 3.13 sets by default", () => {
  it.each(["tls-server", "mtls", "peer", "spiffe"] as const)("accepts the server certificate of %s", (name) => {
    const anchor = makeRoot({ clock: new Date() }); // Python's clock cannot be set.
    const authority = makeIntermediate(anchor);
    const key = PrivateKey.generate("ecdsa-p256");
    const leaf = issue(authority, builtinProfiles[name], { ...requestOf(name), publicKey: key.publicKey });
    const files = [
      write("chain.pem", leaf.toPem() + authority.certificate.toPem()),
      write("key.pem", key.toPem()),
      write("anchor.pem", anchor.certificate.toPem()),
    ];
    const script = join(import.meta.dirname, "strict-handshake.py");
    expect(execFileSync("python3", [script, ...files], { encoding: "utf8" })).toBe("accepted\n");
  });
});

function requestOf(name: string) {
  const { names, subject } = cases[name] as { names: readonly string[]; subject?: string };
  return {
    names: names.map(generalNameFromText),
    subject: subject === undefined ? undefined : Name.fromString(subject),
  };
}

function leafOf(name: BuiltinProfileName, key: (typeof issuableKeyTypes)[number]): Certificate {
  return issue(issuing, builtinProfiles[name], { ...requestOf(name), publicKey: PrivateKey.generate(key).publicKey });
}

function opensslVerify(certificate: Certificate, purpose: string, extra: readonly string[] = []): string {
  const chain = [
    "-CAfile",
    write("root.pem", root.certificate.toPem()),
    "-untrusted",
    write("issuing.pem", issuing.certificate.toPem()),
  ];
  const how = ["-x509_strict", "-attime", String(now.getTime() / 1000), "-purpose", purpose];
  return openssl(["verify", ...how, ...chain, ...extra], certificate.toPem());
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function openssl(args: readonly string[], input: string): string {
  return execFileSync("openssl", args, { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
}

function works(probe: () => unknown): boolean {
  try {
    probe();
    return true;
  } catch {
    return false;
  }
}
