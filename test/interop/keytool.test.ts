import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodePkcs12, encodePkcs12 } from "../../src/keys/pkcs12.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { openssl, scratchFolder } from "../keys/openssl.ts";

const folder = scratchFolder();
const passphrase = "correct horse";
const root = selfSigned("Root", PrivateKey.generate("ecdsa-p256"));

function selfSigned(name: string, key: PrivateKey): Certificate {
  const file = folder.write(`${name}.key`, key.toPem());
  const der = openssl(["req", "-x509", "-key", file, "-subj", `/CN=${name}`, "-outform", "DER"]);
  return Certificate.parse(der);
}

function keytool(command: string, store: string, ...options: readonly string[]): string {
  const common = ["-storetype", "PKCS12", "-keystore", store, "-storepass", passphrase];
  return execFileSync("keytool", [command, ...common, ...options], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("PKCS#12 and Java's keytool", () => {
  it.each([{ legacy: false }, { legacy: true }])("opens ours as one entry, legacy $legacy", async ({ legacy }) => {
    const key = PrivateKey.generate("rsa-2048");
    const input = { key, certificate: selfSigned("Leaf", key), chain: [], passphrase, friendlyName: "service", legacy };
    const store = folder.write(`ours-${legacy}.p12`, await encodePkcs12(input));
    const shown = keytool("-list", store, "-v");
    expect(shown).toContain("Alias name: service");
    expect(shown).toContain("Entry type: PrivateKeyEntry");
    expect(shown).toContain("Owner: CN=Leaf");
  });

  it.each([
    ["modern", []],
    ["legacy", ["-J-Dkeystore.pkcs12.legacy"]],
  ])("writes what we read, %s", async (name, options) => {
    const store = folder.path(`keytool-${name}.p12`);
    keytool("-genkeypair", store, ...options, "-alias", "Service", "-dname", "CN=Service", "-keyalg", "EC");
    keytool("-genkeypair", store, ...options, "-alias", "other", "-dname", "CN=Other", "-keyalg", "RSA");
    const rootFile = folder.write("root.pem", root.toPem());
    keytool("-importcert", store, ...options, "-alias", "root", "-noprompt", "-file", rootFile);
    const { keys, certificates } = await decodePkcs12(readFileSync(store), passphrase);
    expect(keys.map(({ friendlyName }) => friendlyName)).toEqual(["service", "other"]);
    expect(keys.map(({ certificate }) => certificate?.subject.toString())).toEqual(["CN=Service", "CN=Other"]);
    expect(certificates.map(({ friendlyName }) => friendlyName)).toEqual(["service", "other", "root"]);
  });
});
