import { readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AuthorityReport } from "../../../src/cli/ca/authority-report.ts";
import { openssl } from "../../ca/openssl.ts";
import { CaFolder } from "./ca-folder.ts";

describe("ca list and ca show", () => {
  it("show the hierarchy as a tree, and one CA by name, id or as the issuing one", async () => {
    const folder = await CaFolder.withCa("--url", "http://pki.test");
    const [root, issuing] = (await folder.hierarchy()) as [AuthorityReport, AuthorityReport];
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

  it("show into how many parts the list of revoked certificates is split", async () => {
    const folder = await CaFolder.withCa("--url", "http://pki.test", "--crl-shards", "4");
    expect(await folder.ok("ca", "show")).toContain("\n  CRL shards   4\n");
  });
});

describe("a CA that was revoked", () => {
  it("is shown as that, issues nothing, and has its successor issue", async () => {
    const folder = await CaFolder.withCa();
    await folder.ok("ca", "export", "--out", "pki");
    await folder.ok("revoke", "pki/chain.pem", "--reason", "cACompromise", "--defer-crl");
    const { message } = await folder.refused("ERR_CA_REVOKED", 5, ["issue", "a.test"]);
    expect(message).toMatch(/Acme Issuing CA .*was revoked at .*\(cACompromise\)/);
    expect(await folder.ok("ca", "list")).toMatch(/Issuing CA \w{6} {2}ecdsa-p256, revoked \(cACompromise\), expires/);
    expect(await folder.ok("ca", "show")).toMatch(/\n {2}revoked +\S+Z +cACompromise\n/);
    await folder.ok("crl");
    const { id } = await folder.json<{ id: string }>("ca", "add-intermediate", "Second");
    await folder.issue("a.test", "--ca", id);
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
    const folder = await CaFolder.withCa("--passphrase-file", new CaFolder().secret("sesame"));
    const asked = await folder.run(["ca", "add-intermediate", "Prompted"], { tty: true, stdin: "sesame\n" });
    expect(asked).toMatchObject({ status: 0 });
    expect(folder.storedKey((await folder.hierarchy()).at(-1) as AuthorityReport)).toContain(
      "BEGIN ENCRYPTED PRIVATE KEY",
    );

    const open = await CaFolder.withCa();
    expect(await open.run(["ca", "add-intermediate", "Open"], { tty: true })).toMatchObject({ status: 0 });
    expect(open.storedKey((await open.hierarchy()).at(-1) as AuthorityReport)).toContain("BEGIN PRIVATE KEY");
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
    const [, issuing] = (await folder.hierarchy()) as [AuthorityReport, AuthorityReport];
    await folder.refused("ERR_CA_PATH_LENGTH", 5, ["ca", "add-intermediate", "New", "--parent", issuing.id]);
    expect(await folder.hierarchy()).toHaveLength(2);
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
    const [root] = await folder.hierarchy();
    await folder.ok("ca", "export", root?.id as string, "--out", "root");
    expect(folder.names("root")).toEqual(["bundle.pem", "root.pem"]);
  });
});

describe("ca export-key and ca import-key", () => {
  it("take the root's key to offline media and back, under its passphrase", async () => {
    const folder = await CaFolder.withCa();
    const [root] = (await folder.hierarchy()) as [AuthorityReport];
    const passphrase = ["--passphrase-file", folder.secret("sesame")];
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
    expect(folder.storedKey(root)).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    await folder.ok("ca", "add-intermediate", "New", ...passphrase);
  });

  it("ask for a passphrase where there is one, once", async () => {
    const folder = await CaFolder.withCa("--passphrase-file", new CaFolder().secret("sesame"));
    const [root] = (await folder.hierarchy()) as [AuthorityReport];
    const terminal = { tty: true, stdin: "sesame\n" };
    const moved = await folder.run(["ca", "export-key", root.id, "--out", "usb"], terminal);
    const back = await folder.run(["ca", "import-key", root.id, `usb/${root.id}.key.pem`], terminal);
    for (const { status, stderr } of [moved, back])
      expect({ status, asked: stderr.match(/Passphrase/g)?.length }).toEqual({ status: 0, asked: 1 });
    expect(folder.storedKey(root)).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    const open = await CaFolder.withCa();
    const [{ id }] = (await open.hierarchy()) as [AuthorityReport];
    expect(await open.run(["ca", "export-key", id, "--out", "usb"], { tty: true })).toMatchObject({ status: 0 });
    expect(readFileSync(open.file("usb", `${id}.key.pem`), "utf8")).toContain("BEGIN PRIVATE KEY");
  });

  it("leave the key in the store when it could not be written", async () => {
    const folder = await CaFolder.withCa();
    const [root] = (await folder.hierarchy()) as [AuthorityReport];
    writeFileSync(folder.file("file"), "");
    await folder.refused("ERR_USAGE", 2, ["ca", "export-key", root.id]);
    await folder.refused("ERR_DELIVERY_FOLDER", 3, ["ca", "export-key", root.id, "--out", "file"]);
    expect(folder.storedKey(root)).toContain("PRIVATE KEY");
    expect(await folder.json("ca", "show", root.id)).toMatchObject({ keyAt: "store" });
  });
});
