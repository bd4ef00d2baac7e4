import { readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AuthorityReport } from "../../../src/cli/ca/authority-report.ts";
import { openssl } from "../../ca/openssl.ts";
import { CaFolder } from "./ca-folder.ts";

async function hierarchy(folder: CaFolder): Promise<readonly AuthorityReport[]> {
  return folder.json<readonly AuthorityReport[]>("ca", "list");
}

/** The private key of a CA as the store has it. */
function storedKey(folder: CaFolder, { id }: AuthorityReport): string {
  return readFileSync(folder.file("ca-store", "keys", `${id}.pem`), "utf8");
}

describe("ca list and ca show", () => {
  it("show the hierarchy as a tree, and one CA by name, id or as the issuing one", async () => {
    const folder = await CaFolder.withCa("--url", "http://pki.test");
    const [root, issuing] = (await hierarchy(folder)) as [AuthorityReport, AuthorityReport];
    expect(await folder.ok("ca", "list")).toMatch(
      /^Acme Root CA \w{6} {2}ecdsa-p256, expires in \d+ years\n└─ Acme Issuing CA \w{6} {2}ecdsa-p256, expires in \d+ years\n$/,
    );
    expect(await folder.json("ca", "show")).toEqual(issuing);
    for (const which of [root.id, root.name, root.name.toUpperCase()])
      expect(await folder.json("ca", "show", which)).toEqual(root);
    const text = await folder.ok("ca", "show");
    expect(text).toContain(`\n  crl          http://pki.test/crl/${issuing.id}.crl\n`);
    expect(openssl(["x509", "-noout", "-subject"], text)).toContain("Acme Issuing CA");
    const { hint } = await folder.refused("ERR_CA_UNKNOWN", 2, ["ca", "show", "Other"]);
    expect(hint).toContain(root.name);
  });
});

describe("ca add-intermediate", () => {
  it("adds a CA that issues, and says which CA is meant from then on", async () => {
    const folder = await CaFolder.withCa();
    const added = await folder.json<{ id: string; name: string }>(
      "ca",
      "add-intermediate",
      "Servers",
      "--permit-dns",
      "test",
    );
    expect(added.name).toMatch(/^Servers Issuing CA \w{6}$/);
    const { hint } = await folder.refused("ERR_CA_AMBIGUOUS", 2, ["issue", "a.test"]);
    expect(hint).toContain(added.name);
    await folder.issue("a.test", "--ca", added.id);
    await folder.refused("ERR_PROFILE_REFUSED", 5, ["issue", "a.example", "--ca", added.id]);
    const trust = [
      "-no-CApath",
      "-CAfile",
      folder.file("a.test/root.pem"),
      "-untrusted",
      folder.file("a.test/chain.pem"),
    ];
    expect(openssl(["verify", "-x509_strict", ...trust, folder.file("a.test/cert.pem")])).toContain("OK");
  });

  it("protects the new key as the parent's is protected", async () => {
    const folder = await CaFolder.withCa("--passphrase-file", secretFile(new CaFolder(), "sesame"));
    const asked = await folder.run(["ca", "add-intermediate", "Prompted"], { tty: true, stdin: "sesame\n" });
    expect(asked).toMatchObject({ status: 0 });
    expect(storedKey(folder, (await hierarchy(folder)).at(-1) as AuthorityReport)).toContain(
      "BEGIN ENCRYPTED PRIVATE KEY",
    );

    const open = await CaFolder.withCa();
    expect(await open.run(["ca", "add-intermediate", "Open"], { tty: true })).toMatchObject({ status: 0 });
    expect(storedKey(open, (await hierarchy(open)).at(-1) as AuthorityReport)).toContain("BEGIN PRIVATE KEY");
  });

  it.each([
    ["ERR_CA_NAME", 2, ["x".repeat(41)]],
    ["ERR_CA_UNKNOWN", 2, ["New", "--parent", "Other"]],
    ["ERR_PROFILE_REFUSED", 5, ["New", "--days", "9999"]],
    ["ERR_USAGE", 2, ["New", "--permit-ip", "10"]],
    ["ERR_USAGE", 2, ["New", "--url", "pki.test"]],
  ] as const)("refuses with %s (%i): %j", async (code, status, args) => {
    const folder = await CaFolder.withCa();
    const before = await folder.written();
    await folder.refused(code, status, ["ca", "add-intermediate", ...args]);
    expect(await folder.written()).toBe(before);
  });
});

describe("ca add-intermediate below a CA with nothing below it", () => {
  it("refuses for want of path length", async () => {
    const folder = await CaFolder.withCa();
    const [, issuing] = (await hierarchy(folder)) as [AuthorityReport, AuthorityReport];
    await folder.refused("ERR_CA_PATH_LENGTH", 5, ["ca", "add-intermediate", "New", "--parent", issuing.id]);
    expect(await hierarchy(folder)).toHaveLength(2);
  });
});

describe("ca export", () => {
  it("writes what clients trust and what servers send", async () => {
    const folder = await CaFolder.withCa();
    expect(await folder.json("ca", "export", "--out", "trust")).toEqual({
      files: { root: "trust/root.pem", chain: "trust/chain.pem", bundle: "trust/bundle.pem" },
    });
    const read = (name: string) => readFileSync(folder.file("trust", name), "utf8");
    expect(read("bundle.pem")).toBe(read("chain.pem") + read("root.pem"));
    await folder.refused("ERR_FILE_EXISTS", 2, ["ca", "export", "--out", "trust"]);
    await folder.ok("ca", "export", "--out", "trust", "--overwrite");
    const [root] = await hierarchy(folder);
    await folder.ok("ca", "export", root?.id as string, "--out", "root");
    expect(folder.names("root")).toEqual(["bundle.pem", "root.pem"]);
  });
});

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
    const passphrase = ["--passphrase-file", secretFile(folder, "sesame")];
    await folder.ok("ca", "import", "ca.crt", "old.key", ...passphrase);
    expect(storedKey(folder, (await hierarchy(folder))[0] as AuthorityReport)).toContain("BEGIN ENCRYPTED PRIVATE KEY");
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
    const [{ name = "" } = {}] = await hierarchy(folder);
    expect(name).toBe("Acme");
    await expectIssues(folder, "--passphrase-file", secretFile(folder, "sesame"));
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

describe("ca export-key and ca import-key", () => {
  it("take the root's key to offline media and back, under its passphrase", async () => {
    const folder = await CaFolder.withCa();
    const [root] = (await hierarchy(folder)) as [AuthorityReport];
    const passphrase = ["--passphrase-file", secretFile(folder, "sesame")];
    const { files } = await folder.json<{ files: Record<string, string> }>(
      "ca",
      "export-key",
      root.name,
      "--out",
      "usb",
      ...passphrase,
    );
    expect(files).toEqual({ key: `usb/${root.id}.key.pem`, cert: `usb/${root.id}.cert.pem` });
    const key = folder.file(files.key as string);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(openssl(["pkey", "-noout", "-text", "-in", key, "-passin", "pass:sesame"])).toContain("Private-Key");
    expect(folder.names("ca-store", "keys")).not.toContain(`${root.id}.pem`);
    expect(await folder.ok("ca", "list")).toContain("key offline");

    await folder.issue("localhost");
    const { hint } = await folder.refused("ERR_CA_KEY_OFFLINE", 2, ["ca", "add-intermediate", "New"]);
    expect(hint).toContain("`rootcause ca import-key`");
    await folder.refused("ERR_CA_KEY_OFFLINE", 2, ["ca", "export-key", root.name, "--out", "other"]);
    await folder.refused("ERR_PASSPHRASE_MISSING", 2, ["ca", "import-key", root.name, key]);
    await folder.refused("ERR_CA_KEY_MISMATCH", 2, ["ca", "import-key", root.name, "localhost/key.pem"]);

    expect(await folder.ok("ca", "import-key", root.name, key, ...passphrase)).toBe(
      `the key of ${root.name} is back in the store\n`,
    );
    expect(storedKey(folder, root)).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    await folder.ok("ca", "add-intermediate", "New", ...passphrase);
  });

  it("ask for a passphrase where there is one, once", async () => {
    const folder = await CaFolder.withCa("--passphrase-file", secretFile(new CaFolder(), "sesame"));
    const [root] = (await hierarchy(folder)) as [AuthorityReport];
    const terminal = { tty: true, stdin: "sesame\n" };
    const moved = await folder.run(["ca", "export-key", root.id, "--out", "usb"], terminal);
    const back = await folder.run(["ca", "import-key", root.id, `usb/${root.id}.key.pem`], terminal);
    for (const { status, stderr } of [moved, back])
      expect({ status, asked: stderr.match(/Passphrase/g)?.length }).toEqual({ status: 0, asked: 1 });
    expect(storedKey(folder, root)).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    const open = await CaFolder.withCa();
    const [{ id }] = (await hierarchy(open)) as [AuthorityReport];
    expect(await open.run(["ca", "export-key", id, "--out", "usb"], { tty: true })).toMatchObject({ status: 0 });
    expect(readFileSync(open.file("usb", `${id}.key.pem`), "utf8")).toContain("BEGIN PRIVATE KEY");
  });

  it("leave the key in the store when it could not be written", async () => {
    const folder = await CaFolder.withCa();
    const [root] = (await hierarchy(folder)) as [AuthorityReport];
    writeFileSync(folder.file("file"), "");
    await folder.refused("ERR_USAGE", 2, ["ca", "export-key", root.id]);
    await folder.refused("ERR_DELIVERY_FOLDER", 3, ["ca", "export-key", root.id, "--out", "file"]);
    expect(storedKey(folder, root)).toContain("PRIVATE KEY");
    expect(await folder.json("ca", "show", root.id)).toMatchObject({ keyAt: "store" });
  });
});

function secretFile(folder: CaFolder, secret: string): string {
  const path = folder.file(`${secret}.txt`);
  writeFileSync(path, `${secret}\n`, { mode: 0o600 });
  return path;
}
