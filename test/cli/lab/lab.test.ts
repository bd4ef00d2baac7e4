import { X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faults } from "../../../src/faults/catalogue.ts";
import { Certificate } from "../../../src/x509/certificate.ts";
import { LAB_MARKER_OID } from "../../../src/x509/lab-marker.ts";
import { parsePem } from "../../../src/x509/pem.ts";
import { runCli } from "../run-cli.ts";
import { tempFolder } from "../temp-folder.ts";

const error = (stdout: string) => JSON.parse(stdout).error as { code: string; message: string; hint: string };

describe("lab list", () => {
  it("lists every fault by group, and one group alone", async () => {
    const { stdout, status } = await runCli(["lab", "list", "--json"]);
    const listed = JSON.parse(stdout) as readonly { id: string; group: string }[];
    expect(status).toBe(0);
    expect(listed.map(({ id }) => id)).toEqual(faults.map(({ id }) => id));
    const { stdout: text } = await runCli(["lab", "list", "--group", "time"]);
    expect(text).toMatch(
      /^fault +what is wrong +severity\ntime +Time\n {2}expired-leaf +The server's certificate has expired/,
    );
    expect(text).not.toContain("wrong-host");
  });
});

describe("lab show", () => {
  it("says what explain says, and how it is made, who prints what and how to make it", async () => {
    const { stdout } = await runCli(["lab", "show", "wrong-eku"]);
    expect(stdout).toContain("Issued for another purpose");
    expect(stdout).toMatch(/the server sends +localhost, wrong-eku Issuing CA\n/);
    expect(stdout).toMatch(/rootcause finds +chain\[0\]\.extensions\.extendedKeyUsage: /);
    expect(stdout).toMatch(/unsuitable certificate purpose\n +OpenSSL 3\.0, curl/);
    expect(stdout).toContain("  rootcause lab make wrong-eku\n  rootcause lab serve wrong-eku\n");
    const shown = JSON.parse((await runCli(["lab", "show", "wrong-eku", "--json"])).stdout);
    const explained = JSON.parse((await runCli(["explain", "wrong-eku", "--json"])).stdout);
    expect(shown).toMatchObject(explained);
    expect(shown.prints[0]).toMatchObject({ client: "openssl", texts: ["unsuitable certificate purpose"] });
  });

  it("can be asked of every fault", async () => {
    for (const { id } of faults) expect((await runCli(["lab", "show", id])).status, id).toBe(0);
  });

  it("says which fault was perhaps meant", async () => {
    const { stdout, status } = await runCli(["lab", "show", "expired-leef", "--json"]);
    expect(status).toBe(2);
    expect(error(stdout)).toMatchObject({
      code: "ERR_FAULT_UNKNOWN",
      message: "there is no fault expired-leef",
      hint: expect.stringContaining("expired-leaf"),
    });
  });
});

describe("lab make", () => {
  it("writes what each side holds, and the same once it is mended", async () => {
    const cwd = tempFolder();
    const { stdout } = await runCli(["lab", "make", "client-revoked", "revoked-ocsp", "--json"], { cwd });
    const [mtls, ocsp] = JSON.parse(stdout);
    expect(mtls).toMatchObject({ id: "client-revoked", folder: "lab/client-revoked" });
    expect(Object.keys(mtls.files).sort()).toEqual(
      [
        ...["README.md", "cert", "chain", "client", "client-ca", "client-ca-crl", "client-crl", "client-key"],
        ...["fullchain", "key", "root", "trust"],
      ].sort(),
    );
    expect(Object.keys(ocsp.files)).toEqual(expect.arrayContaining(["ocsp.der"]));
    for (const { files, good } of [mtls, ocsp]) {
      expect(statSync(join(cwd, files.key)).mode & 0o777).toBe(0o600);
      expect(statSync(join(cwd, good.key)).mode & 0o777).toBe(0o600);
      const text = (name: string) => readFileSync(join(cwd, files[name]), "utf8");
      expect(text("fullchain")).toBe(text("cert") + text("chain"));
    }
    expect(statSync(join(cwd, mtls.files["client-key"])).mode & 0o777).toBe(0o600);
  });

  it("builds for the time that was asked for, and tells the commands", async () => {
    const cwd = tempFolder();
    await runCli(["lab", "make", "expired-leaf", "--at", "2031-01-01"], { cwd });
    const { validTo } = new X509Certificate(readFileSync(join(cwd, "lab/expired-leaf/cert.pem")));
    expect(new Date(validTo)).toEqual(new Date("2030-12-31T00:00:00Z"));
    const readme = readFileSync(join(cwd, "lab/expired-leaf/README.md"), "utf8");
    expect(readme).toContain("--at 2031-01-01T00:00:00.000Z");
    expect(readme).toContain("-attime 1924992000");
  });

  it("builds for the name that was asked for, which is a DNS name", async () => {
    const cwd = tempFolder();
    const make = (name: string) => runCli(["lab", "make", "partial-wildcard", "--name", name], { cwd });
    expect((await make("shop.example.test")).status).toBe(0);
    const { subjectAltName } = new X509Certificate(readFileSync(join(cwd, "lab/partial-wildcard/cert.pem")));
    expect(subjectAltName).toBe("DNS:sho*.example.test");
    expect(await make("10.0.0.1")).toMatchObject({ status: 2 });
  });

  it("makes what it made before anew, and touches no folder of others", async () => {
    const cwd = tempFolder();
    const make = (...options: string[]) => runCli(["lab", "make", "wrong-host", "--json", ...options], { cwd });
    expect((await make()).status).toBe(0);
    expect((await make()).status).toBe(0);
    mkdirSync(join(cwd, "mine/wrong-host"), { recursive: true });
    writeFileSync(join(cwd, "mine/wrong-host/key.pem"), "precious");
    const refused = await make("--out", "mine");
    expect(refused.status).toBe(2);
    expect(error(refused.stdout)).toMatchObject({ code: "ERR_LAB_FOLDER" });
    expect(readFileSync(join(cwd, "mine/wrong-host/key.pem"), "utf8")).toBe("precious");
    expect((await make("--out", "mine", "--overwrite")).status).toBe(0);
  });

  it("says of what happens on the wire how to serve it", async () => {
    const { stdout, status } = await runCli(["lab", "make", "plain-http", "--json"], { cwd: tempFolder() });
    expect(status).toBe(2);
    expect(error(stdout)).toMatchObject({
      code: "ERR_FAULT_NO_FILES",
      hint: "`rootcause lab serve plain-http` makes a server that does it",
    });
  });

  it("wants to know what", async () => {
    expect(await runCli(["lab", "make"])).toMatchObject({ status: 2 });
  });

  it("marks its roots, and no CA of ours is built on one", async () => {
    const cwd = tempFolder();
    await runCli(["lab", "make", "self-signed-ca-leaf-trusted", "--out", "."], { cwd });
    const folder = join(cwd, "self-signed-ca-leaf-trusted");
    for (const name of ["root.pem", "trust.pem"]) {
      const [root] = parsePem(readFileSync(join(folder, name), "utf8"));
      const { extensions } = Certificate.parse(root?.der as Uint8Array);
      expect(extensions.map(({ oid }) => oid)).toContain(LAB_MARKER_OID);
    }
    const { stdout, status } = await runCli(["ca", "import", "cert.pem", "key.pem", "--json"], { cwd: folder });
    expect(status).toBe(5);
    expect(error(stdout).code).toBe("ERR_CA_LAB_MARKED");
  });
});
