import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { IssuedReport } from "../../../src/cli/ca/issued-report.ts";
import { openssl } from "../../ca/openssl.ts";
import { CaFolder } from "./ca-folder.ts";

const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

/** A request that openssl made, with its key beside it in the folder. */
function newRequest(folder: CaFolder, ...options: readonly string[]): string {
  const file = folder.file("server.csr");
  openssl(["req", "-new", ...newKey, "-keyout", folder.file("server.key"), "-out", file, ...options]);
  return file;
}

const host = ["-subj", "/O=Acme/CN=www.test", "-addext", "subjectAltName=DNS:www.test,DNS:test"];

describe("sign", () => {
  it("signs the request of openssl for its key, and writes all but the key", async () => {
    const folder = await CaFolder.withCa();
    newRequest(folder, ...host);
    const report = await folder.json<IssuedReport>("sign", "server.csr");
    expect(report).toMatchObject({ san: ["www.test", "test"], profile: "tls-server" });
    expect(Object.keys(report.files)).toEqual(["cert", "chain", "fullchain", "root"]);
    const file = (name: string) => folder.file("www.test", name);
    const trust = ["-no-CApath", "-CAfile", file("root.pem"), "-untrusted", file("chain.pem")];
    const purpose = ["-x509_strict", "-purpose", "sslserver", "-verify_hostname", "www.test"];
    expect(openssl(["verify", ...purpose, ...trust, file("cert.pem")])).toContain("OK");
    const publicKey = openssl(["x509", "-noout", "-pubkey", "-in", file("cert.pem")]);
    expect(openssl(["pkey", "-pubout", "-in", folder.file("server.key")])).toBe(publicKey);
  });

  it("takes DER, and standard input", async () => {
    const folder = await CaFolder.withCa();
    const pem = readFileSync(newRequest(folder, ...host));
    openssl(["req", "-in", folder.file("server.csr"), "-outform", "DER", "-out", folder.file("server.der")]);
    expect(await folder.json("sign", "server.der", "--out", "der")).toMatchObject({ san: ["www.test", "test"] });
    const piped = await folder.run(["sign", "-", "--out", "piped"], { stdin: pem });
    expect(piped).toMatchObject({ status: 0 });
  });

  it("says what of the request the profile leaves out", async () => {
    const folder = await CaFolder.withCa();
    newRequest(
      folder,
      "-subj",
      "/O=Acme/CN=www.test",
      "-addext",
      "basicConstraints=CA:TRUE",
      "-addext",
      "keyUsage=keyCertSign",
    );
    const { status, stdout, stderr } = await folder.run(["sign", "server.csr"]);
    expect(status).toBe(0);
    expect(stderr).toContain("rootcause: the profile leaves out of the request: basicConstraints");
    expect(stderr).toContain("rootcause: the profile leaves out of the request: keyUsage");
    expect(stdout).toContain("issued www.test");
    const text = openssl(["x509", "-noout", "-text", "-in", folder.file("www.test/cert.pem")]);
    expect(text).not.toContain("CA:TRUE");
    const again = await folder.json<IssuedReport>("sign", "server.csr", "--out", "again");
    expect(again.leftOut).toEqual(expect.arrayContaining(["basicConstraints", "keyUsage"]));
  });

  it("gives the names that the operator says, and leaves a key.pem where it is", async () => {
    const folder = await CaFolder.withCa();
    newRequest(folder, ...host);
    writeFileSync(folder.file("key.pem"), "mine");
    const { san } = await folder.json<IssuedReport>(
      "sign",
      "server.csr",
      "--name",
      "a.test",
      "--name",
      "b.test",
      "--out",
      ".",
    );
    expect(san).toEqual(["a.test", "b.test"]);
    expect(readFileSync(folder.file("key.pem"), "utf8")).toBe("mine");
  });

  it.each([
    ["ERR_CSR_SIGNATURE_BAD", 2, (pem: string) => forged(pem)],
    ["ERR_PEM", 2, (pem: string) => pem.replace("-----END", "----END")],
    ["ERR_PEM", 2, (pem: string) => pem.replace(/\n[^-]/, "\n?")],
    ["ERR_FILE_DER", 2, (pem: string) => pem.replace(/\n.*\n-----END/, "\n-----END")],
    ["ERR_NO_OBJECT", 2, () => "no PEM at all\n"],
    ["ERR_NO_REQUEST", 2, (pem: string) => pem.replaceAll("CERTIFICATE REQUEST", "PUBLIC KEY")],
  ] as const)("refuses with %s (%i) a request that was changed", async (code, status, change) => {
    const folder = await CaFolder.withCa();
    writeFileSync(folder.file("changed.csr"), change(readFileSync(newRequest(folder, ...host), "utf8")));
    const before = await folder.written();
    await folder.refused(code, status, ["sign", "changed.csr"]);
    expect(await folder.written()).toBe(before);
    expect(folder.names()).toEqual(["ca-store", "changed.csr", "server.csr", "server.key"]);
  });

  it("points from a certificate, PEM or DER, to its renewal", async () => {
    const folder = await CaFolder.withCa();
    await folder.issue("localhost");
    openssl(["x509", "-in", folder.file("localhost/cert.pem"), "-outform", "DER", "-out", folder.file("cert.der")]);
    for (const file of ["localhost/cert.pem", "cert.der"]) {
      const { message, hint } = await folder.refused("ERR_NO_REQUEST", 2, ["sign", file]);
      expect(message).toMatch(/ holds no certificate request, but: certificate$/i);
      expect(hint).toContain("`rootcause renew FILE`");
    }
  });

  it.each([
    ["ERR_FILE_READ", 2, ["missing.csr"]],
    ["ERR_PROFILE_REFUSED", 5, ["server.csr", "--profile", "email"]],
    ["ERR_PROFILE_REFUSED", 5, ["server.csr", "--days", "1000"]],
    ["ERR_FILE_EXISTS", 2, ["server.csr", "--out", "taken"]],
  ] as const)("refuses with %s (%i): %j", async (code, status, args) => {
    const folder = await CaFolder.withCa();
    newRequest(folder, ...host);
    await folder.issue("taken.test", "--out", "taken");
    const before = await folder.written();
    await folder.refused(code, status, ["sign", ...args]);
    expect(await folder.written()).toBe(before);
  });
});

/** The request with another name in it under the old signature. */
function forged(pem: string): string {
  const der = Buffer.from(pem.replace(/-----.*-----/g, ""), "base64");
  der.write("wwx", der.indexOf("www"));
  return `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE REQUEST-----\n`;
}
