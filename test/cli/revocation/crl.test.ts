import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CertificateList } from "../../../src/x509/certificate-list.ts";
import { runCli } from "../run-cli.ts";
import { tempFolder } from "../temp-folder.ts";

async function newStore() {
  const cwd = tempFolder();
  const run = (...args: readonly string[]) => runCli(args, { cwd });
  const json = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await run(...args, "--json");
    return { status, value: JSON.parse(stdout), stderr };
  };
  expect((await run("init", "Acme", "--url", "http://pki.example.test")).status).toBe(0);
  const { value: issued } = await json("issue", "localhost", "--out", "leaf");
  return { cwd, run, json, serial: issued.serial as string };
}

describe("rootcause crl", () => {
  it("publishes into the store's folder, and says what is in the list", async () => {
    const { cwd, run, json, serial } = await newStore();
    expect((await run("revoke", serial, "--reason", "keyCompromise")).status).toBe(0);
    const { status, value } = await json("crl");
    expect(status).toBe(0);
    const [list] = value.lists;
    expect(list).toMatchObject({ kind: "complete", number: 1, entries: 1, reasons: { keyCompromise: 1 } });
    expect(list.file).toBe(`ca-store/published/crl/${value.id}.crl`);
    const crl = CertificateList.parse(readFileSync(join(cwd, list.file)));
    expect(crl.find(serial)).toBeDefined();
    expect(crl.der.length).toBe(list.byteLength);
    const again = await run("crl");
    expect(again.stdout).toMatch(/^published Acme Issuing CA \w{6}, CRL 2\n/);
    expect(again.stdout).toMatch(/revoked +1 +1 keyCompromise\n/);
    expect(again.stdout).toMatch(/nextUpdate +\d{4}-\S+ +in 6 days\n/);
  });

  it("writes a file that openssl verifies, complete or delta", async () => {
    const { cwd, run, json } = await newStore();
    await run("ca", "export", "--out", "pki");
    const files: string[] = [];
    for (const options of [[], ["--delta", "--days", "3"]]) {
      const out = `list${options.length}.crl`;
      expect((await json("crl", "--out", out, ...options)).value.lists[0].file).toBe(out);
      files.push(out);
    }
    for (const file of files) {
      const args = ["crl", "-inform", "DER", "-in", file, "-noout", "-text", "-CAfile", "pki/bundle.pem"];
      const { stdout, stderr } = spawnSync("openssl", args, { cwd, encoding: "utf8" });
      expect(stderr).toContain("verify OK");
      expect(stdout.includes("Delta CRL Indicator: critical")).toBe(file === files[1]);
    }
  });

  it("does all CAs, and passes over a key that is offline", async () => {
    const { run, json } = await newStore();
    const { value: cas } = await json("ca", "list");
    expect((await json("crl", "--all")).value).toHaveLength(2);
    expect((await run("ca", "export-key", cas[0].name, "--out", "usb")).status).toBe(0);
    const { status, value } = await json("crl", "--all");
    expect(status).toBe(0);
    expect(value[0]).toMatchObject({ lists: [], skipped: "its private key is offline" });
    expect(value[1].lists[0].number).toBe(2);
    expect((await run("crl", "--all")).stdout).toContain("left as it is Acme Root CA");
  });

  it("checks: exit 1 for what is missing or incomplete, 0 for what is fresh", async () => {
    const { run, json, serial } = await newStore();
    const check = async () => {
      const { status, value } = await json("crl", "--check");
      return { status, pending: value.pending, states: value.lists.map((list: { state: string }) => list.state) };
    };
    expect(await check()).toEqual({ status: 1, pending: 0, states: ["missing"] });
    await run("crl");
    expect(await check()).toEqual({ status: 0, pending: 0, states: ["fresh"] });
    await run("revoke", serial, "--defer-crl");
    expect(await check()).toEqual({ status: 1, pending: 1, states: ["fresh"] });
    expect((await run("crl", "--check")).stdout).toMatch(/needs `rootcause crl --ca [\w-]+`/);
    expect((await run("crl", "--all", "--check")).status).toBe(1);
    await run("crl", "--all");
    expect((await run("crl", "--all", "--check")).status).toBe(0);
  });

  it("says what is wrong with what was asked", async () => {
    const { run } = await newStore();
    for (const args of [
      ["--days", "0"],
      ["--all", "--out", "x"],
      ["--all", "--ca", "x"],
      ["--ca", "nobody"],
    ]) {
      const { status, stderr } = await run("crl", ...args);
      expect({ args, status }).toEqual({ args, status: 2 });
      expect(stderr).toMatch(/^rootcause: error: .+\nrootcause: hint: /);
    }
    const { status, stderr } = await run("crl", "--delta");
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining("no complete CRL yet") });
    expect((await run("crl", "--out", "leaf/cert.pem/x.crl")).status).toBe(3);
  });
});

describe("rootcause revoke", () => {
  it("publishes at once what is published already, where and for how long it was put there", async () => {
    const { cwd, run, json, serial } = await newStore();
    await run("crl", "--out", "www/ca.crl", "--days", "3");
    const { value } = await json("revoke", serial);
    expect(value.crl).toEqual({ told: true, files: ["www/ca.crl"] });
    const crl = CertificateList.parse(readFileSync(join(cwd, "www/ca.crl")));
    expect(crl.find(serial)).toBeDefined();
    expect(Math.floor((Number(crl.nextUpdate) - Number(crl.thisUpdate)) / 86_400_000)).toBe(3);
    expect((await json("crl", "--check")).value.pending).toBe(0);
    const again = await json("revoke", serial);
    expect({ crl: again.value.crl, stderr: again.stderr }).toEqual({ crl: { told: true, files: [] }, stderr: "" });
  });

  it("says that the first reason stays", async () => {
    const { run, json, serial } = await newStore();
    await run("revoke", serial, "--reason", "superseded");
    const { value, stderr } = await json("revoke", serial, "--reason", "keyCompromise");
    expect(value.revoked.reason).toBe("superseded");
    expect(stderr).toMatch(/^already revoked as superseded since \d{4}-\S+; the reason stays\n/);
  });

  it("leaves it for later when told, when nothing is published, and when the key is not at hand", async () => {
    const { run, json, serial } = await newStore();
    expect((await json("revoke", serial, "--reason", "certificateHold")).value.crl).toEqual({ told: false, files: [] });
    const { value } = await json("crl");
    expect((await json("revoke", serial, "--unhold", "--defer-crl")).value.crl).toEqual({ told: false, files: [] });
    await run("ca", "export-key", value.ca, "--out", "usb");
    const { status, value: revoked, stderr } = await json("revoke", serial);
    expect({ status, ...revoked.crl }).toEqual({
      status: 0,
      told: false,
      files: [],
      problem: expect.stringContaining("offline"),
    });
    expect(stderr).toContain("rootcause: warning: no new CRL: ");
    expect(stderr).toContain("next: rootcause crl");
  });
});
