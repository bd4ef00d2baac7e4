import { spawnSync } from "node:child_process";
import { webcrypto } from "node:crypto";
import fc from "fast-check";
import { CryptoEngine, PFX } from "pkijs";
import { beforeAll, describe, expect, it } from "vitest";
import { OID } from "../../src/asn1/oids.ts";
import { explicit, integer, nul, octetString, oid, sequence } from "../../src/asn1/writer.ts";
import { PkiError } from "../../src/errors/pki-error.ts";
import { decodePkcs12, encodePkcs12, type Pkcs12 } from "../../src/keys/pkcs12.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { encodeAlgorithmIdentifier } from "../../src/x509/algorithm-identifier.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { openssl, scratchFolder } from "./openssl.ts";

const folder = scratchFolder();
const passphrase = "correct horse";
const pass = ["-passin", `pass:${passphrase}`];
const passout = ["-passout", `pass:${passphrase}`];

const rootKey = PrivateKey.generate("ecdsa-p256");
const key = PrivateKey.generate("rsa-2048");
let root: Certificate;
let leaf: Certificate;

beforeAll(() => {
  const [rootFile, keyFile] = [folder.write("root.key", rootKey.toPem()), folder.write("leaf.key", key.toPem())];
  const [rootPem, leafPem] = [folder.path("root.pem"), folder.path("leaf.pem")];
  openssl(["req", "-x509", "-key", rootFile, "-subj", "/CN=Root", "-out", rootPem]);
  const request = openssl(["req", "-new", "-key", keyFile, "-subj", "/CN=Leaf"]);
  openssl(["x509", "-req", "-CA", rootPem, "-CAkey", rootFile, "-out", leafPem], request);
  const read = (file: string): Certificate => Certificate.parse(openssl(["x509", "-in", file, "-outform", "DER"]));
  [root, leaf] = [read(rootPem), read(leafPem)];
});

function ours(options: { legacy?: boolean; friendlyName?: string } = {}): Promise<Uint8Array> {
  return encodePkcs12({ key, certificate: leaf, chain: [root], passphrase, ...options });
}

/** What every PKCS#12 file of this test is expected to hold. */
function expectLeafAndRoot(contents: Pkcs12): void {
  expect(contents.keys).toHaveLength(1);
  expect(contents.keys[0]?.key.matches(key.publicKey)).toBe(true);
  expect(contents.keys[0]?.certificate?.equals(leaf)).toBe(true);
  expect(contents.certificates.map(({ certificate }) => certificate.sha256)).toEqual([leaf.sha256, root.sha256]);
}

describe.each([{ legacy: false }, { legacy: true }])("a PKCS#12 file of ours, legacy $legacy", ({ legacy }) => {
  const algorithms = legacy ? /sha1[\s\S]*3-KeyTripleDES-CBC/ : /sha256[\s\S]*PBES2, PBKDF2, AES-256-CBC/;
  const provider = legacy ? ["-legacy"] : [];

  it("is opened by openssl, with its chain and its name", async () => {
    const file = folder.write("ours.p12", await ours({ legacy, friendlyName: "Müller & Sohn" }));
    const shown = openssl(["pkcs12", "-in", file, ...pass, ...provider, "-noenc"]).toString("latin1");
    expect(shown.match(/subject=CN = \w+/g)).toEqual(["subject=CN = Leaf", "subject=CN = Root"]);
    expect(shown).toContain("friendlyName: Müller & Sohn");
    expect((await PrivateKey.import(shown)).matches(key.publicKey)).toBe(true);
    const info = spawnSync("openssl", ["pkcs12", "-info", "-noout", "-in", file, ...pass, ...provider]).stderr;
    expect(info.toString()).toMatch(algorithms);
  });

  it("is opened by us", async () => {
    const contents = await decodePkcs12(await ours({ legacy, friendlyName: "x" }), passphrase);
    expectLeafAndRoot(contents);
    expect(contents.keys[0]?.friendlyName).toBe("x");
    expectLeafAndRoot(await decodePkcs12(await ours({ legacy }), async () => passphrase));
  });

  it("does not open with another passphrase, nor without", async () => {
    const file = await ours({ legacy });
    await expect(decodePkcs12(file, "wrong")).rejects.toMatchObject({ code: "ERR_PASSPHRASE_WRONG" });
    await expect(decodePkcs12(file, "")).rejects.toMatchObject({ code: "ERR_PASSPHRASE_WRONG" });
    await expect(decodePkcs12(file)).rejects.toMatchObject({
      code: "ERR_PASSPHRASE_MISSING",
      message: "the PKCS#12 file is encrypted, and no passphrase was given",
    });
  });

  it("does not open when one octet of it changed", async () => {
    const file = await ours({ legacy });
    for (let at = 60; at < file.length - 120; at += 301) {
      const damaged = Uint8Array.from(file, (octet, index) => (index === at ? octet ^ 1 : octet));
      await expect(decodePkcs12(damaged, passphrase)).rejects.toMatchObject({
        code: expect.stringMatching(/^ERR_(PASSPHRASE_WRONG|PKCS12_MALFORMED)$/),
      });
    }
  });
});

it("is decrypted by pkijs with its own cryptography, when it is modern", async () => {
  const engine = new CryptoEngine({ name: "node", crypto: webcrypto as Crypto });
  const password = new Uint8Array(Buffer.from(passphrase)).buffer;
  const pfx = PFX.fromBER(new Uint8Array(await ours()));
  await pfx.parseInternalValues({ password, checkIntegrity: false }, engine);
  const safe = pfx.parsedValue?.authenticatedSafe;
  await safe?.parseInternalValues({ safeContents: [{ password }, {}] }, engine);
  const [certificates, keys] = safe?.parsedValue.safeContents ?? [];
  expect(certificates.value.safeBags).toHaveLength(2);
  await keys.value.safeBags[0].bagValue.parseInternalValues({ password }, engine);
  expect(Buffer.from(keys.value.safeBags[0].bagValue.parsedValue.toSchema().toBER())).toEqual(
    Buffer.from(key.pkcs8Der),
  );
});

it("holds no key that is not the certificate's", async () => {
  const input = { key: rootKey, certificate: leaf, passphrase };
  await expect(encodePkcs12(input)).rejects.toMatchObject({ code: "ERR_KEY_MISMATCH" });
});

describe("a PKCS#12 file of openssl", () => {
  const exported = (options: readonly string[], out: readonly string[] = passout): Buffer => {
    const files = [
      "-in",
      folder.path("leaf.pem"),
      "-inkey",
      folder.path("leaf.key"),
      "-certfile",
      folder.path("root.pem"),
    ];
    return openssl(["pkcs12", "-export", ...files, ...out, ...options]);
  };

  it.each([
    "",
    "-legacy",
    "-legacy -certpbe PBE-SHA1-RC2-128",
    "-legacy -descert",
    "-keypbe AES-128-CBC -certpbe AES-192-CBC -macalg sha512 -iter 1 -maciter",
    "-certpbe NONE -keypbe NONE",
    "-nomac",
    "-macalg sha384",
    "-nomaciter",
  ])("is read: openssl pkcs12 -export %s", async (options) => {
    const file = exported(["-name", "Müller", ...options.split(" ").filter(Boolean)]);
    const contents = await decodePkcs12(file, passphrase);
    expectLeafAndRoot(contents);
    expect(contents.keys[0]?.friendlyName).toBe("Müller");
  });

  it.each(["", "pässwörd", "🔑"])('is read with the passphrase "%s"', async (secret) => {
    expectLeafAndRoot(await decodePkcs12(exported([], ["-passout", `pass:${secret}`]), secret));
    expectLeafAndRoot(await decodePkcs12(exported(["-legacy"], ["-passout", `pass:${secret}`]), secret));
  });

  it("is answered with an error of ours, whatever its damage", async () => {
    const whole = exported(["-certpbe", "NONE", "-keypbe", "NONE", "-nomac"]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const damaged = Uint8Array.from(whole, (octet, index) => (index === at ? value : octet));
        const outcome: unknown = await decodePkcs12(damaged, passphrase).catch((error: unknown) => error);
        return !(outcome instanceof Error) || outcome instanceof PkiError;
      }),
      { numRuns: 300 },
    );
  });

  it("is read without a key", async () => {
    const file = openssl(["pkcs12", "-export", "-nokeys", "-in", folder.path("root.pem"), ...passout]);
    const contents = await decodePkcs12(file, passphrase);
    expect(contents.keys).toEqual([]);
    expect(contents.certificates[0]?.certificate.equals(root)).toBe(true);
  });
});

describe("what is no PKCS#12 file", () => {
  const pfx = (content: Uint8Array, mac: Uint8Array = new Uint8Array()): Uint8Array =>
    sequence(integer(3), sequence(oid(OID.data), explicit(0, octetString(content))), mac);
  const macData = (hash: string, iterations: number): Uint8Array =>
    sequence(
      sequence(encodeAlgorithmIdentifier(hash, nul()), octetString(new Uint8Array(32))),
      octetString(new Uint8Array(8)),
      integer(iterations),
    );

  it.each([
    ["nothing", new Uint8Array(), "ERR_PKCS12_MALFORMED"],
    ["a certificate", sequence(integer(1)), "ERR_PKCS12_MALFORMED"],
    ["text", Buffer.from("-----BEGIN CERTIFICATE-----"), "ERR_PKCS12_MALFORMED"],
    ["one that holds no safes", pfx(octetString(new Uint8Array())), "ERR_PKCS12_MALFORMED"],
    [
      "one sealed by a signature",
      sequence(integer(3), sequence(oid(OID.signedData), explicit(0, nul()))),
      "ERR_ENCRYPTION_UNSUPPORTED",
    ],
    ["one sealed by an unknown MAC", pfx(sequence(), macData("1.2.3.4", 1)), "ERR_ENCRYPTION_UNSUPPORTED"],
    ["one with a MAC of a million iterations and one", pfx(sequence(), macData(OID.sha256, 1_000_001)), "ERR_KDF_COST"],
  ])("is refused: %s", async (_, file, code) => {
    await expect(decodePkcs12(file, passphrase)).rejects.toMatchObject({ code });
  });
});
