import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AuthorityReport } from "../../../src/cli/ca/authority-report.ts";
import { openssl } from "../../ca/openssl.ts";
import { CaFolder } from "./ca-folder.ts";

describe("ca import", () => {
  /** A CA of openssl: ca.crt and ca.key. */
  function opensslCa(folder: CaFolder, ...options: readonly string[]): void {
    const terms = ["-subj", "/O=Old/CN=Old CA", "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-days", "3650"];
    const files = ["-keyout", folder.file("ca.key"), "-out", folder.file("ca.crt")];
    openssl(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", ...terms, ...files, ...options]);
  }

  async function expectIssues(folder: CaFolder, ...options: readonly string[]): Promise<void> {
    await folder.ok("issue", "localhost", ...options);
    const trust = [
      "-no-CApath",
      "-CAfile",
      folder.file("ca.crt"),
      "-untrusted",
      folder.file("localhost/fullchain.pem"),
    ];
    expect(openssl(["verify", ...trust, folder.file("localhost/cert.pem")])).toContain("OK");
  }

  it("takes over a CA of openssl, from PEM files in any order", async () => {
    const folder = new CaFolder();
    opensslCa(folder, "-nodes");
    expect(await folder.ok("ca", "import", "ca.key", "ca.crt")).toMatch(/^imported Old CA \(old-ca, root\)\n$/);
    await expectIssues(folder);
  });

  it("opens an encrypted key and keeps it so, in either form of PEM", async () => {
    const folder = new CaFolder();
    opensslCa(folder, "-passout", "pass:sesame");
    openssl([
      "ec",
      "-in",
      folder.file("ca.key"),
      "-passin",
      "pass:sesame",
      "-aes256",
      "-passout",
      "pass:sesame",
      "-out",
      folder.file("old.key"),
    ]);
    expect(readFileSync(folder.file("old.key"), "utf8")).toContain("Proc-Type: 4,ENCRYPTED");
    await folder.refused("ERR_PASSPHRASE_MISSING", 2, ["ca", "import", "ca.crt", "old.key"]);
    const passphrase = ["--passphrase-file", folder.secret("sesame")];
    await folder.ok("ca", "import", "ca.crt", "old.key", ...passphrase);
    expect(folder.storedKey((await folder.hierarchy())[0] as AuthorityReport)).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    await expectIssues(folder, ...passphrase);
  });

  it("takes a PKCS#12 file, by a prompt that is answered once", async () => {
    const folder = new CaFolder();
    opensslCa(folder, "-nodes");
    const material = ["-inkey", folder.file("ca.key"), "-in", folder.file("ca.crt")];
    openssl(["pkcs12", "-export", ...material, "-out", folder.file("ca.p12"), "-passout", "pass:sesame"]);
    const { status, stderr } = await folder.run(["ca", "import", "ca.p12", "--name", "Acme"], {
      tty: true,
      stdin: "sesame\n",
    });
    expect({ status, asked: stderr.match(/Passphrase/g)?.length }).toEqual({ status: 0, asked: 1 });
    const [{ name = "" } = {}] = await folder.hierarchy();
    expect(name).toBe("Acme");
    await expectIssues(folder, "--passphrase-file", folder.secret("sesame"));
  });

  it("takes an intermediate beside the CA that is there, and finds its chain", async () => {
    const folder = await CaFolder.withCa();
    opensslCa(folder, "-nodes");
    const leaf = [
      "req",
      "-new",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-subj",
      "/CN=Old Issuing",
    ];
    openssl([...leaf, "-keyout", folder.file("sub.key"), "-out", folder.file("sub.csr")]);
    writeFileSync(
      folder.file("ext"),
      "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n",
    );
    const by = [
      "-CA",
      folder.file("ca.crt"),
      "-CAkey",
      folder.file("ca.key"),
      "-extfile",
      folder.file("ext"),
      "-days",
      "100",
    ];
    openssl(["x509", "-req", "-in", folder.file("sub.csr"), ...by, "-out", folder.file("sub.crt")]);
    await folder.refused("ERR_CA_CHAIN_INCOMPLETE", 2, ["ca", "import", "sub.crt", "sub.key"]);
    await folder.ok("ca", "import", "sub.crt", "sub.key", "ca.crt");
    await expectIssues(folder, "--ca", "Old Issuing");
  });

  it.each([
    ["ERR_USAGE", ["ca.crt"]],
    ["ERR_USAGE", ["ca.key"]],
    ["ERR_USAGE", ["ca.crt", "ca.key", "other.key"]],
    ["ERR_CA_KEY_MISMATCH", ["ca.crt", "other.key"]],
    ["ERR_CA_CANNOT_SIGN", ["leaf.crt", "other.key"]],
    ["ERR_PKCS12_MALFORMED", ["garbage.p12"]],
    ["ERR_PEM", ["cut.crt", "ca.key"]],
    ["ERR_FILE_READ", ["missing.crt"]],
    ["ERR_USAGE", ["ca.crt", "ca.key", "--url", "pki.test"]],
  ] as const)("refuses with %s: %j, and makes no store", async (code, args) => {
    const folder = new CaFolder();
    opensslCa(folder, "-nodes");
    const leaf = ["-newkey", "ed25519", "-nodes", "-subj", "/CN=leaf", "-addext", "basicConstraints=critical,CA:FALSE"];
    openssl(["req", "-x509", ...leaf, "-keyout", folder.file("other.key"), "-out", folder.file("leaf.crt")]);
    writeFileSync(folder.file("garbage.p12"), "garbage");
    writeFileSync(folder.file("cut.crt"), readFileSync(folder.file("ca.crt"), "utf8").slice(0, 300));
    const options = code === "ERR_PKCS12_MALFORMED" ? ["--passphrase-env", "HOME"] : [];
    await folder.refused(code, 2, ["ca", "import", ...args, ...options], { env: { HOME: "/" } });
    expect(folder.names()).not.toContain("ca-store");
  });
});
