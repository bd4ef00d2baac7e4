import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { IssuedReport } from "../../../src/cli/ca/issued-report.ts";
import type { RecordReport } from "../../../src/cli/ca/record-report.ts";
import type { ListRow } from "../../../src/cli/commands/list.ts";
import { openssl } from "../../ca/openssl.ts";
import { CaFolder } from "./ca-folder.ts";

async function listed(folder: CaFolder, ...options: readonly string[]): Promise<readonly string[]> {
  const rows = await folder.json<readonly ListRow[]>("list", ...options);
  return rows.map(({ san, subject }) => san[0] ?? subject.replace(/ \w{6},.*/, ""));
}

describe("list", () => {
  it("shows what was issued, oldest first; CAs when asked", async () => {
    const folder = await CaFolder.withCa();
    expect(await folder.ok("list")).toBe("no certificates\n");
    expect(await listed(folder)).toEqual([]);
    await folder.issue("a.test");
    await folder.issue("b.test");
    expect(await listed(folder)).toEqual(["a.test", "b.test"]);
    expect(await listed(folder, "--with-cas")).toEqual(["CN=Acme Issuing CA", "a.test", "b.test"]);
  });

  it("filters by name, profile, CA, expiry and revocation", async () => {
    const folder = await CaFolder.withCa();
    await folder.ok("ca", "add-intermediate", "Second");
    const [, , { name = "" } = {}] = await folder.json<readonly { name?: string }[]>("ca", "list");
    await folder.issue("a.example.test", "--days", "10", "--ca", name);
    await folder.issue("b.example.test", "--days", "20", "--ca", name);
    const first = (await folder.json<readonly { name: string }[]>("ca", "list"))[1]?.name as string;
    const { serial } = await folder.issue("c.other.test", "--days", "90", "--ca", first);
    await folder.issue("alice@example.test", "--profile", "tls-client", "--days", "5", "--ca", first);
    await folder.ok("revoke", serial);
    expect(await listed(folder, "--name", "*.EXAMPLE.test")).toEqual(["a.example.test", "b.example.test"]);
    expect(await listed(folder, "--profile", "tls-client")).toEqual(["alice@example.test"]);
    expect(await listed(folder, "--ca", name)).toEqual(["a.example.test", "b.example.test"]);
    expect(await listed(folder, "--expiring", "12d")).toEqual(["a.example.test", "alice@example.test"]);
    expect(await listed(folder, "--expiring", "1h")).toEqual([]);
    expect(await listed(folder, "--expiring", "300d")).toHaveLength(3);
    expect(await listed(folder, "--revoked")).toEqual(["c.other.test"]);
    expect(await listed(folder, "--revoked", "--expiring", "300d")).toEqual(["c.other.test"]);
    await folder.refused("ERR_USAGE", 2, ["list", "--expiring", "soon"]);
    await folder.refused("ERR_CA_UNKNOWN", 2, ["list", "--ca", "Third"]);
  });

  it("prints a table whose names are cut to fit a terminal, and whole elsewhere", async () => {
    const folder = await CaFolder.withCa();
    const names = Array.from({ length: 9 }, (_, i) => `host-${i}.example.test`);
    await folder.issue(...names);
    const [heads, row] = (await folder.ok("list")).split("\n");
    expect(heads).toMatch(/^names +status +valid until +profile +serial$/);
    expect(row).toContain(names.join(", "));
    expect(row).toMatch(/ valid {3}\S+Z {2}in 89 days {2}tls-server {2}[0-9a-f]{32}$/);
    const { stdout } = await folder.run(["list", "--no-color"], { tty: true });
    expect(stdout).toContain("host-0.example.test, +8  valid");
  });
});

describe("show", () => {
  it("tells all that the store knows, by serial number however written, or by file", async () => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost");
    const text = await folder.ok("show", serial);
    expect(text).toMatch(
      /^valid {2}localhost\n {2}serial {7}\w{32}\n {2}subject {6}CN=localhost\n {2}issued by {4}Acme Issuing CA/,
    );
    const colons = (serial.match(/../g) as string[]).join(":").toUpperCase();
    for (const which of [colons, `0x${serial}`, "localhost/cert.pem", "localhost/fullchain.pem"])
      expect(await folder.ok("show", which)).toBe(text);
    const report = await folder.json<ListRow & { pem: string }>("show", serial);
    expect(report).toMatchObject({ serial, status: "valid", san: ["localhost"] });
    const fingerprint = openssl(["x509", "-noout", "-fingerprint", "-sha256"], report.pem);
    expect(fingerprint.replaceAll(":", "").toLowerCase()).toContain(report.sha256);
    expect(await folder.ok("show", serial, "--pem")).toBe(readFileSync(folder.file("localhost/fullchain.pem"), "utf8"));
  });

  it.each([
    ["ERR_STORE_CERTIFICATE_UNKNOWN", "0123456789abcdef"],
    ["ERR_SERIAL_TEXT", "localhos"],
    ["ERR_FILE_READ", "localhost.pem"],
    ["ERR_FILE_READ", "nowhere/cert"],
    ["ERR_NO_OBJECT", "text"],
    ["ERR_FILE_DER", "cut.der"],
    ["ERR_FILE_READ", "localhost"],
    ["ERR_PEM_NO_CERTIFICATE", "localhost/key.pem"],
    ["ERR_STORE_CERTIFICATE_UNKNOWN", "localhost/root.pem"],
  ] as const)("refuses with %s: %s", async (code, which) => {
    const folder = await CaFolder.withCa();
    await folder.issue("localhost");
    writeFileSync(folder.file("text"), "hello\n");
    writeFileSync(folder.file("cut.der"), Uint8Array.of(0x30, 0x82, 1));
    for (const command of ["show", "renew", "revoke", "export"]) {
      const { message } = await folder.refused(code, 2, [command, which]);
      if (code.startsWith("ERR_FILE") || code === "ERR_NO_OBJECT") expect(message).toContain(which);
    }
  });
});

describe("renew", () => {
  it("issues again for the same key and the same period, and leaves key.pem alone", async () => {
    const folder = await CaFolder.withCa();
    const first = await folder.issue("localhost", "127.0.0.1", "--days", "30");
    const key = readFileSync(folder.file("localhost/key.pem"), "utf8");
    const args = ["renew", "localhost/cert.pem", "--out", "localhost", "--overwrite"];
    const { files, ...second } = await folder.json<IssuedReport>(...args);
    expect(second).toMatchObject({ san: first.san, subject: first.subject, replaces: first.serial });
    expect(Date.parse(second.notAfter) - Date.parse(second.notBefore)).toBe(
      Date.parse(first.notAfter) - Date.parse(first.notBefore),
    );
    expect(Object.keys(files)).toEqual(["cert", "chain", "fullchain", "root"]);
    expect(readFileSync(folder.file("localhost/key.pem"), "utf8")).toBe(key);
    const publicKey = openssl(["x509", "-noout", "-pubkey", "-in", folder.file("localhost/cert.pem")]);
    expect(openssl(["pkey", "-pubout"], key)).toBe(publicKey);
    expect(await folder.ok("show", second.serial)).toContain(`replaces     ${first.serial}`);
  });

  it("makes a new key of the same type when told", async () => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost", "--key", "ed25519");
    const { files } = await folder.json<IssuedReport>("renew", serial, "--rekey", "--days", "7", "--out", "new");
    expect(openssl(["pkey", "-noout", "-text", "-in", folder.file(files.key as string)])).toContain("ED25519");
    expect(readFileSync(folder.file("new/key.pem"))).not.toEqual(readFileSync(folder.file("localhost/key.pem")));
    await folder.refused("ERR_FILE_EXISTS", 2, ["renew", serial, "--rekey"]);
  });

  it("wants the template that a certificate was issued from", async () => {
    const folder = await CaFolder.withCa();
    const template = await folder.ok("profile", "show", "tls-server");
    writeFileSync(folder.file("mine.yaml"), template.replace(/^name: .*/m, "name: mine"));
    const { serial } = await folder.issue("localhost", "--profile", "mine.yaml");
    await folder.refused("ERR_PROFILE_UNKNOWN", 2, ["renew", serial, "--out", "new"]);
    const renewed = await folder.json<IssuedReport>("renew", serial, "--profile", "mine.yaml", "--out", "new");
    expect(renewed.profile).toBe("mine");
  });

  it("refuses to use a compromised key again", async () => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost");
    await folder.ok("revoke", serial, "--reason", "keyCompromise");
    const { hint } = await folder.refused("ERR_RENEW_COMPROMISED", 5, ["renew", serial, "--out", "new"]);
    expect(hint).toContain(`rootcause renew ${serial} --rekey`);
    await folder.ok("renew", serial, "--rekey", "--out", "new");
  });
});

describe("revoke", () => {
  it("is done once: again changes nothing", async () => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost");
    const args = ["revoke", serial, "--reason", "keyCompromise", "--compromised-at", "2020-02-03"];
    const { revoked } = await folder.json<RecordReport>(...args);
    expect(revoked).toMatchObject({ reason: "keyCompromise", invalidityDate: "2020-02-03T00:00:00.000Z" });
    const again = await folder.json<RecordReport>("revoke", "localhost/cert.pem", "--reason", "superseded");
    expect(again.revoked).toEqual(revoked);
    expect(await folder.ok("revoke", serial)).toMatch(
      /^revoked: localhost, serial \w{32}, since \S+Z \(keyCompromise\)\n$/,
    );
    expect(await folder.ok("show", serial)).toMatch(
      /^revoked {2}localhost\n[\s\S]*key lost {5}2020-02-03T00:00:00Z\n$/,
    );
    await folder.refused("ERR_STORE_REVOKED", 2, ["revoke", serial, "--unhold"]);
  });

  it("puts on hold, lifts the hold, and makes it final", async () => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost");
    expect(await folder.ok("revoke", serial, "--reason", "certificateHold")).toMatch(/^on hold: localhost/);
    expect(await folder.ok("list", "--revoked")).toContain("on hold");
    expect(await folder.ok("revoke", serial, "--unhold")).toMatch(/^not on hold: localhost/);
    expect(await folder.ok("show", serial)).toMatch(/^valid/);
    await folder.ok("revoke", serial, "--reason", "certificateHold");
    expect(await folder.ok("revoke", serial, "--reason", "superseded")).toMatch(/^revoked: .*superseded/);
  });

  it.each([
    ["--reason", "boredom"],
    ["--compromised-at", "yesterday"],
    ["--compromised-at", "2999-01-01"],
  ])("refuses %s %s", async (...args) => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost");
    const before = await folder.written();
    await folder.refused("ERR_USAGE", 2, ["revoke", serial, ...args]);
    expect(await folder.written()).toBe(before);
  });
});

describe("export", () => {
  it("writes what a program takes, with the key that belongs to the certificate", async () => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost");
    const key = ["--key", "localhost/key.pem"];
    const secret = await folder.ok("export", serial, ...key, "--format", "kubernetes", "--out", "k8s");
    expect(secret).toBe("tls-secret.yaml  k8s/tls-secret.yaml\n");
    expect(readFileSync(folder.file("k8s/tls-secret.yaml"), "utf8")).toContain("kind: Secret");
    expect(await folder.json("export", "localhost/cert.pem", "--out", "pem")).toEqual({
      serial,
      files: { cert: "pem/cert.pem", chain: "pem/chain.pem", fullchain: "pem/fullchain.pem", root: "pem/root.pem" },
    });
  });

  it("opens an encrypted key, and seals a PKCS#12 file", async () => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost");
    openssl([
      "pkcs8",
      "-topk8",
      "-in",
      folder.file("localhost/key.pem"),
      "-out",
      folder.file("sealed.pem"),
      "-passout",
      "pass:in",
    ]);
    const args = ["export", serial, "--key", "sealed.pem", "--format", "pkcs12", "--out", "p12"];
    await folder.refused("ERR_PASSPHRASE_MISSING", 2, args);
    const env = { IN: "in", OUT: "out", WRONG: "wrong" };
    await folder.refused("ERR_PASSPHRASE_WRONG", 2, [...args, "--passphrase-env", "WRONG"], { env });
    await folder.refused("ERR_EXPORT_PASSPHRASE_NEEDED", 2, [...args, "--passphrase-env", "IN"], { env });
    expect(folder.names()).not.toContain("p12");
    expect(await folder.run([...args, "--passphrase-env", "IN", "--p12-passphrase-env", "OUT"], { env })).toMatchObject(
      { status: 0 },
    );
    openssl(["pkcs12", "-in", folder.file("p12/cert.p12"), "-passin", "pass:out", "-noout"]);
  });

  it.each([
    ["ERR_KEY_MISMATCH", ["--key", "other/key.pem"]],
    ["ERR_KEY_NOT_FOUND", ["--key", "other/cert.pem"]],
    ["ERR_FILE_READ", ["--key", "missing.pem"]],
    ["ERR_EXPORT_KEY_NEEDED", ["--format", "kubernetes"]],
    ["ERR_USAGE", ["--format", "iis"]],
    ["ERR_FILE_EXISTS", ["--key", "localhost/key.pem", "--out", "localhost"]],
  ] as const)("refuses with %s: %j, and writes nothing", async (code, args) => {
    const folder = await CaFolder.withCa();
    const { serial } = await folder.issue("localhost");
    await folder.issue("other.test", "--out", "other");
    await folder.refused(code, 2, ["export", serial, "--out", "new", ...args]);
    expect(folder.names()).toEqual(["ca-store", "localhost", "other"]);
  });
});
