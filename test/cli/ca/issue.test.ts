import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exportFormats } from "../../../src/ca/export/formats.ts";
import { format } from "../../../src/cli/ca-options.ts";
import type { ListRow } from "../../../src/cli/commands/list.ts";
import type { Revocation } from "../../../src/store/certificate-record.ts";
import { openssl } from "../../ca/openssl.ts";
import { canMount, remountReadOnly, smallDisk } from "../../store/small-disk.ts";
import { CaFolder } from "./ca-folder.ts";

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

describe("issue", () => {
  it("answers with --json what scripts rely on", async () => {
    const folder = await CaFolder.withCa();
    const report = await folder.issue("localhost", "127.0.0.1", "::1", "--out", "out");
    expect(report).toEqual({
      serial: expect.stringMatching(/^[0-7][0-9a-f]{31}$/),
      notBefore: expect.stringMatching(RFC_3339),
      notAfter: expect.stringMatching(RFC_3339),
      subject: "CN=localhost",
      san: ["localhost", "127.0.0.1", "::1"],
      profile: "tls-server",
      files: {
        cert: "out/cert.pem",
        key: "out/key.pem",
        chain: "out/chain.pem",
        fullchain: "out/fullchain.pem",
        root: "out/root.pem",
      },
    });
  });

  it("writes files that openssl accepts, the key for its owner alone", async () => {
    const folder = await CaFolder.withCa();
    const { serial, notAfter } = await folder.issue("localhost", "--out", "out");
    const file = (name: string) => folder.file("out", name);
    const trust = ["-no-CApath", "-CAfile", file("root.pem"), "-untrusted", file("chain.pem")];
    const purpose = ["-x509_strict", "-purpose", "sslserver", "-verify_hostname", "localhost"];
    expect(openssl(["verify", ...purpose, ...trust, file("cert.pem")])).toContain("OK");
    const fields = openssl(["x509", "-noout", "-serial", "-enddate", "-dateopt", "iso_8601", "-in", file("cert.pem")]);
    expect(fields).toBe(`serial=${serial.toUpperCase()}\nnotAfter=${notAfter.replace("T", " ")}\n`);
    const publicKey = openssl(["x509", "-noout", "-pubkey", "-in", file("cert.pem")]);
    expect(openssl(["pkey", "-pubout", "-in", file("key.pem")])).toBe(publicKey);
    expect(statSync(file("key.pem")).mode & 0o777).toBe(0o600);
    const [cert, chain] = [file("cert.pem"), file("chain.pem")].map((path) => readFileSync(path, "utf8"));
    expect(readFileSync(file("fullchain.pem"), "utf8")).toBe(`${cert}${chain}`);
  });

  it("tells its story in text", async () => {
    const folder = await CaFolder.withCa();
    const { stdout, stderr } = await folder.run(["issue", "*.example.test"]);
    const [head, serial] = stdout.split("\n");
    expect(head).toBe("issued *.example.test");
    expect(serial).toMatch(/^ {2}serial {7}[0-9a-f]{32}$/);
    expect(stdout).toMatch(/\n {2}valid until {2}\S+Z {2}in 89 days\n/);
    expect(stdout).toContain("\n  key          wildcard.example.test/key.pem  the private key: keep it secret\n");
    expect(stderr).toBe("");
  });

  it.each([
    ["alice@example.test", "tls-client", "alice@example.test"],
    ["spiffe://example.test/web", "spiffe", "spiffe_example.test_web"],
    ["10.0.0.7", "tls-server", "10.0.0.7"],
    ["münchen.test", "tls-server", "münchen.test"],
    ["fe80::7", "tls-server", "fe80_7"],
  ])("puts the files for %s (%s) into %s", async (name, profile, out) => {
    const folder = await CaFolder.withCa();
    await folder.issue(name, "--profile", profile);
    expect(folder.names(out)).toContain("fullchain.pem");
  });

  it("takes a subject, days, a key type and a template", async () => {
    const folder = await CaFolder.withCa();
    const subject = "CN=Acme Releases,O=Acme";
    const { files } = await folder.issue("--profile", "code-signing", "--subject", subject, "--key", "ed25519");
    const text = openssl(["x509", "-noout", "-text", "-in", folder.file(files.cert as string)]);
    expect(text).toMatch(/Subject: O = Acme, CN = Acme Releases[\s\S]*ED25519[\s\S]*Code Signing/);

    const template = await folder.ok("profile", "show", "tls-server");
    writeFileSync(folder.file("mine.yaml"), template.replace(/^name: .*/m, "name: mine"));
    const { profile, notBefore, notAfter } = await folder.issue("a.test", "--profile", "mine.yaml", "--days", "7");
    expect(profile).toBe("mine");
    expect((Date.parse(notAfter) - Date.parse(notBefore) + 1000) / 86_400_000).toBe(7);
  });

  it.each(["--p12-passphrase-file", "--p12-passphrase-env"])(
    "refuses %s where no PKCS#12 file is asked for",
    async (option) => {
      const folder = await CaFolder.withCa();
      await folder.refused("ERR_USAGE", 2, ["issue", "localhost", option, "pw"]);
      expect(folder.names()).toEqual(["ca-store"]);
    },
  );

  it.each([
    ["--p12", []],
    ["--p12-legacy", ["-legacy"]],
  ])("writes with %s a PKCS#12 file that openssl opens", async (option, openOptions) => {
    const folder = await CaFolder.withCa();
    const env = { SECRET: "changeit" };
    const args = ["issue", "localhost", option, "--p12-passphrase-env", "SECRET", "--json"];
    const { stdout } = await folder.run(args, { env });
    const { files } = JSON.parse(stdout) as { files: Record<string, string> };
    expect(Object.keys(files)).toEqual(["cert", "key", "chain", "fullchain", "root", "p12"]);
    const open = ["pkcs12", ...openOptions, "-in", folder.file(files.p12 as string), "-passin", "pass:changeit"];
    const text = openssl([...open, "-nodes"]);
    expect(text.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(text).toContain("BEGIN PRIVATE KEY");
  });

  it("asks for the passphrase of a PKCS#12 file before it issues", async () => {
    const folder = await CaFolder.withCa();
    const { status, stderr } = await folder.run(["issue", "localhost", "--p12"], { tty: true, stdin: "typed\n" });
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("Passphrase for the PKCS#12 file: "),
    });
    openssl(["pkcs12", "-in", folder.file("localhost/cert.p12"), "-passin", "pass:typed", "-noout"]);
    const before = await folder.written();
    expect(await folder.run(["issue", "b.test", "--p12"], { tty: true, stdin: "\n" })).toMatchObject({ status: 2 });
    expect(await folder.written()).toBe(before);
  });

  it("knows every export format by its name", async () => {
    expect(format.choices).toEqual(exportFormats.map(({ id }) => id));
    const folder = await CaFolder.withCa();
    const { files } = await folder.issue("localhost", "--format", "nginx", "--format", "haproxy");
    const kinds = ["cert", "key", "chain", "fullchain", "root", "nginx.conf", "haproxy", "haproxy.cfg"];
    expect(Object.keys(files)).toEqual(kinds);
  });

  it("replaces files when told, all of them", async () => {
    const folder = await CaFolder.withCa();
    const first = await folder.issue("localhost");
    const old = readFileSync(folder.file(first.files.key as string), "utf8");
    const { serial } = await folder.issue("localhost", "--overwrite");
    const fullchain = readFileSync(folder.file("localhost/fullchain.pem"));
    expect(openssl(["x509", "-noout", "-serial"], fullchain)).toBe(`serial=${serial.toUpperCase()}\n`);
    expect(readFileSync(folder.file("localhost/key.pem"), "utf8")).not.toBe(old);
  });
});

describe("issue without a CA", () => {
  it("says what to do where nobody can be asked, and makes nothing", async () => {
    const folder = new CaFolder();
    const { message, hint } = await folder.refused("ERR_STORE_MISSING", 2, ["issue", "localhost"]);
    expect(message).toBe(`there is no CA in ${folder.file("ca-store")}`);
    expect(hint).toContain("`rootcause init`");
    expect(folder.names()).toEqual([]);
  });

  it("offers one to a person at a terminal", async () => {
    const folder = new CaFolder();
    const { status, stdout, stderr } = await folder.run(["issue", "localhost", "--json"], { tty: true, stdin: "\n" });
    expect(status).toBe(0);
    expect(stderr).toContain("There is no CA here yet. Make one now? [Y/n]: ");
    expect(stderr).toContain("made a CA");
    expect(JSON.parse(stdout)).toMatchObject({ san: ["localhost"] });
    expect(folder.names()).toEqual(["ca-store", "localhost"]);
  });

  it("takes no for an answer", async () => {
    const folder = new CaFolder();
    const { status, stderr } = await folder.run(["issue", "localhost"], { tty: true, stdin: "n\n" });
    expect(status).toBe(2);
    expect(stderr).toContain("there is no CA in");
    expect(folder.names()).toEqual([]);
  });

  it("takes silence for no", async () => {
    const folder = new CaFolder();
    const { status, stderr } = await folder.run(["issue", "localhost"], { tty: true });
    expect(status).toBe(2);
    expect(stderr).toContain("no answer came");
    expect(folder.names()).toEqual([]);
  });

  it("offers none for what would be refused anyway", async () => {
    const folder = new CaFolder();
    const { status, stderr } = await folder.run(["issue", "localhost", "--profile", "nonsense"], { tty: true });
    expect(status).toBe(2);
    expect(stderr).not.toContain("Make one");
  });
});

describe("issue refuses", () => {
  it.each([
    ["ERR_USAGE", 2, []],
    ["ERR_GENERAL_NAME", 2, ["a..test"]],
    ["ERR_DISTINGUISHED_NAME", 2, ["a.test", "--subject", "nonsense"]],
    ["ERR_PROFILE_REFUSED", 5, ["alice@example.test"]],
    ["ERR_PROFILE_REFUSED", 5, ["a.test", "--days", "0"]],
    ["ERR_PROFILE_REFUSED", 5, ["a.test", "--days", "4000"]],
    ["ERR_LINT_REFUSED", 5, ["w*.example.test"]],
    ["ERR_PROFILE_UNKNOWN", 2, ["a.test", "--profile", "tls-serve"]],
    ["ERR_PROFILE_ROOT", 2, ["a.test", "--profile", "root"]],
    ["ERR_PROFILE_UNREADABLE", 2, ["a.test", "--profile", "missing.yaml"]],
    ["ERR_PROFILE_INVALID", 2, ["a.test", "--profile", "invalid.yaml"]],
    ["ERR_USAGE", 2, ["a.test", "--key", "rsa-512"]],
    ["ERR_USAGE", 2, ["a.test", "--days", "soon"]],
    ["ERR_USAGE", 2, ["a.test", "--format", "iis"]],
    ["ERR_CA_UNKNOWN", 2, ["a.test", "--ca", "Other"]],
    ["ERR_EXPORT_PASSPHRASE_NEEDED", 2, ["a.test", "--p12"]],
    ["ERR_FILE_EXISTS", 2, ["a.test", "--out", "taken"]],
    ["ERR_DELIVERY_FOLDER", 3, ["a.test", "--out", "invalid.yaml"]],
    ["ERR_DELIVERY_FOLDER", 3, ["a.test", "--out", "invalid.yaml/below"]],
  ] as const)("with %s (%i): %j; nothing is issued, nothing written", async (code, status, args) => {
    const folder = await CaFolder.withCa();
    writeFileSync(folder.file("invalid.yaml"), "name: x\nunheard: of\n");
    mkdirSync(folder.file("taken"));
    writeFileSync(folder.file("taken/key.pem"), "mine");
    const before = await folder.written();
    await folder.refused(code, status, ["issue", ...args]);
    expect(await folder.written()).toBe(before);
    expect(folder.names()).toEqual(["ca-store", "invalid.yaml", "taken"]);
    expect(folder.names("taken")).toEqual(["key.pem"]);
  });

  it("a leaf that would outlive its issuer", async () => {
    const folder = await CaFolder.withCa("--root-days", "30");
    const { message } = await folder.refused("ERR_PROFILE_REFUSED", 5, ["issue", "a.test", "--days", "60"]);
    expect(message).toContain("validity.outlivesIssuer");
  });

  it.skipIf(!canMount)("a folder that is for reading only", async () => {
    const folder = await CaFolder.withCa();
    const disk = smallDisk("1m");
    remountReadOnly(disk);
    const before = await folder.written();
    const { message } = await folder.refused("ERR_DELIVERY_FOLDER", 3, ["issue", "a.test", "--out", disk]);
    expect(message).toContain("read-only");
    expect(await folder.written()).toBe(before);
  });
});

describe("a certificate that was recorded and not delivered", () => {
  it.skipIf(!canMount)("is told with its serial number, how to get it, and what to do about the key", async () => {
    const folder = await CaFolder.withCa();
    const disk = smallDisk("72k"); // the ballast leaves two pages
    const { message, hint } = await folder.refused("ERR_DELIVERY_FAILED", 3, ["issue", "a.test", "--out", disk]);
    expect(message).toContain("the disk is full");
    const [, serial = ""] = /certificate (\w+) was issued and recorded/.exec(message) ?? [];
    expect(hint).toContain(`rootcause show ${serial} --pem`);
    expect(hint).toContain(`rootcause renew ${serial} --rekey`);
    expect(folder.names("..", disk.split("/").at(-1) as string)).toEqual(["ballast"]);
    const [row] = await folder.json<readonly ListRow[]>("list");
    expect(row).toMatchObject({ serial, status: "valid" });
    expect(openssl(["x509", "-noout", "-serial"], await folder.ok("show", serial, "--pem"))).toBe(
      `serial=${serial.toUpperCase()}\n`,
    );
    expect(await folder.issue("a.test")).not.toMatchObject({ serial });
    expect(await folder.json<{ revoked: Revocation }>("revoke", serial)).toMatchObject({
      revoked: { reason: "unspecified" },
    });
  });
});
