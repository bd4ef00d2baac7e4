import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { nul } from "../../src/asn1/writer.ts";
import type { KeyTypeId } from "../../src/keys/algorithms.ts";
import { signatureAlgorithm } from "../../src/keys/signature-algorithms.ts";
import { verify } from "../../src/verify/verify.ts";
import { encodeExtension, encodeRawExtension } from "../../src/x509/extension.ts";
import { authorityKeyIdentifier } from "../../src/x509/extensions/authority-key-identifier.ts";
import { basicConstraints } from "../../src/x509/extensions/basic-constraints.ts";
import { extendedKeyUsage } from "../../src/x509/extensions/extended-key-usage.ts";
import { keyUsage } from "../../src/x509/extensions/key-usage.ts";
import { nameConstraints } from "../../src/x509/extensions/name-constraints.ts";
import { encodePem } from "../../src/x509/pem.ts";
import { ca, days, type ExtensionDers, type Issued, keyOf, leaf, NOW, root, type Spec, san } from "./pki.ts";

const folder = mkdtempSync(join(tmpdir(), "rootcause-differential-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A chain as it is to be built: how deep, with what keys. */
interface Shape {
  readonly depth: number;
  readonly rootKey: KeyTypeId;
  readonly caKey: KeyTypeId;
  readonly leafKey: KeyTypeId;
}

const keyTypes = ["ecdsa-p256", "ecdsa-p384", "ed25519", "rsa-2048"] as const;
const shapes: fc.Arbitrary<Shape> = fc.record({
  depth: fc.integer({ min: 1, max: 3 }),
  rootKey: fc.constantFrom(...keyTypes),
  caKey: fc.constantFrom(...keyTypes),
  leafKey: fc.constantFrom(...keyTypes),
});

/** One thing wrong, or nothing. `lowest` is the CA that issued the leaf. */
interface Mutation {
  readonly root?: Spec;
  readonly lowest?: Spec;
  readonly leaf?: Spec;
  readonly isLowestSent?: false;
}

const own = (extensions: ExtensionDers): Spec => ({ extensions });
const purposes = (...oids: string[]) => own({ extendedKeyUsage: encodeExtension(extendedKeyUsage, oids, false) });
const uses = (...bits: Parameters<typeof keyUsage.encode>[0]) =>
  own({ keyUsage: encodeExtension(keyUsage, bits, true) });
const basic = (value: Parameters<typeof basicConstraints.encode>[0]) =>
  own({ basicConstraints: encodeExtension(basicConstraints, value, true) });
const subtree = (part: "permitted" | "excluded", value: string) => {
  const constraints = { permitted: [], excluded: [], [part]: [{ base: { kind: "dns", value } as const, minimum: 0 }] };
  return own({ nameConstraints: encodeExtension(nameConstraints, constraints, true) });
};
const unknown = own({ own: encodeRawExtension("1.3.6.1.4.1.99999.1", nul(), true) });
const otherKeyId = own({
  authorityKeyIdentifier: encodeExtension(authorityKeyIdentifier, { keyId: new Uint8Array(20) }, false),
});

const mutations: Readonly<Record<string, Mutation>> = {
  none: {},
  "root expired": { root: { notAfter: days(-1) } },
  "root not yet valid": { root: { notBefore: days(1) } },
  "CA expired": { lowest: { notAfter: days(-1) } },
  "CA not yet valid": { lowest: { notBefore: days(1) } },
  "CA without basicConstraints": { lowest: own({ basicConstraints: undefined }) },
  "CA that is none": { lowest: basic({ ca: false }) },
  "CA without keyCertSign": { lowest: uses("digitalSignature") },
  "CA without keyUsage": { lowest: own({ keyUsage: undefined }) },
  "CA for clients": { lowest: purposes(OID.clientAuth) },
  "CA for servers": { lowest: purposes(OID.serverAuth) },
  "CA for all purposes": { lowest: purposes(OID.anyExtendedKeyUsage) },
  "CA that excludes the name": { lowest: subtree("excluded", "localhost") },
  "CA that permits another name": { lowest: subtree("permitted", "other.test") },
  "CA that permits the name": { lowest: subtree("permitted", "localhost") },
  "CA with an unknown extension": { lowest: unknown },
  "CA with a broken signature": { lowest: { corrupt: true } },
  "CA not sent": { isLowestSent: false },
  "root with path length 0": { root: basic({ ca: true, pathLength: 0 }) },
  "CA with path length 0": { lowest: basic({ ca: true, pathLength: 0 }) },
  "leaf expired": { leaf: { notAfter: days(-1) } },
  "leaf not yet valid": { leaf: { notBefore: days(1) } },
  "leaf for another name": { leaf: own({ subjectAltName: san("other.test") }) },
  "leaf with a wildcard": { leaf: own({ subjectAltName: san("*.localhost") }) },
  "leaf with the name as common name": { leaf: own({ subjectAltName: undefined }) },
  "leaf for clients": { leaf: purposes(OID.clientAuth) },
  "leaf for all purposes": { leaf: purposes(OID.anyExtendedKeyUsage) },
  "leaf without purposes": { leaf: own({ extendedKeyUsage: undefined }) },
  "leaf without keyUsage": { leaf: own({ keyUsage: undefined }) },
  "leaf that may not sign": { leaf: uses("keyEncipherment") },
  "leaf that is a CA": { leaf: basic({ ca: true }) },
  "leaf with an unknown extension": { leaf: unknown },
  "leaf with a broken signature": { leaf: { corrupt: true } },
  "leaf that names another key": { leaf: otherKeyId },
  "leaf with another algorithm inside": {
    leaf: { innerAlgorithm: signatureAlgorithm("ecdsa-sha512").identifierDer },
  },
  "leaf with a small key": { leaf: { key: keyOf("small", "rsa-1024") } },
  "leaf of version 1": { leaf: { version: 1 } },
  "leaf with a negative serial number": { leaf: { serial: Uint8Array.of(0x80) } },
};

/** Where the default rules mean to differ from OpenSSL 3.0 at security level 2. */
const differences: Readonly<Record<string, string>> = {
  "leaf with the name as common name": "RFC 9525 section 2: the common name is not compared; OpenSSL falls back to it",
  "leaf for all purposes": "RFC 5280 section 4.2.1.12 lets anyExtendedKeyUsage stand for the purpose; OpenSSL does not",
  "CA for all purposes": "the same for the extendedKeyUsage of a CA",
  "leaf that may not sign":
    "RFC 8446 section 4.4.2.2 demands digitalSignature; OpenSSL is content with keyEncipherment",
  "leaf of version 1": "RFC 5280 section 4.1.2.1: extensions need version 3; OpenSSL looks only under -x509_strict",
};

interface Chain {
  readonly root: Issued;
  readonly sent: readonly Issued[];
}

function build({ depth, rootKey, caKey, leafKey }: Shape, mutation: Mutation): Chain {
  const top = root({ key: keyOf("root", rootKey), ...mutation.root });
  const cas: Issued[] = [];
  for (let level = 1; level <= depth; level++) {
    const spec = level === depth ? mutation.lowest : undefined;
    cas.unshift(ca(cas[0] ?? top, { subject: `CN=CA ${level}`, key: keyOf(`ca ${level}`, caKey), ...spec }));
  }
  const end = leaf(cas[0], { key: keyOf("leaf", leafKey), ...mutation.leaf });
  return { root: top, sent: [end, ...(mutation.isLowestSent === false ? cas.slice(1) : cas)] };
}

function pem(certificates: readonly Issued[], name: string): string {
  const file = join(folder, name);
  writeFileSync(file, certificates.map(({ der }) => encodePem("CERTIFICATE", der)).join(""));
  return file;
}

function opensslAccepts({ root: top, sent }: Chain): boolean {
  const [end, ...others] = sent;
  const untrusted = others.length > 0 ? ["-untrusted", pem(others, "untrusted.pem")] : [];
  const trusted = ["-CAfile", pem([top], "root.pem"), "-no-CApath", "-no-CAstore"];
  const asked = ["-purpose", "sslserver", "-verify_hostname", "localhost", "-auth_level", "2"];
  const time = ["-attime", String(NOW.getTime() / 1000)];
  try {
    execFileSync("openssl", ["verify", ...trusted, ...untrusted, ...asked, ...time, pem([end as Issued], "leaf.pem")], {
      stdio: "pipe",
    });
    return true;
  } catch {
    return false;
  }
}

function weAccept({ root: top, sent }: Chain, rules: "rfc5280" | "openssl"): boolean {
  const trust = [top.der];
  return verify(
    sent.map(({ der }) => der),
    { trust, at: NOW, name: "localhost", purpose: "serverAuth", rules },
  ).valid;
}

describe("the verdict on a chain with one mutation", () => {
  it.each(Object.entries(mutations))("is OpenSSL's: %s", (name, mutation) => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const chain = build(shape, mutation);
        const theirs = opensslAccepts(chain);
        expect(weAccept(chain, "openssl"), "the rule set openssl").toBe(theirs);
        expect(weAccept(chain, "rfc5280"), "the default rules").toBe(name in differences ? !theirs : theirs);
      }),
      { numRuns: 4 },
    );
  });

  it("differs only where a mutation is known to", () => {
    expect(Object.keys(mutations)).toEqual(expect.arrayContaining(Object.keys(differences)));
  });
});
