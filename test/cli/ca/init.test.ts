import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AuthorityReport } from "../../../src/cli/ca/authority-report.ts";
import type { InitReport } from "../../../src/cli/ca/init-ca.ts";
import { openssl } from "../../ca/openssl.ts";
import { CaFolder } from "./ca-folder.ts";

/** What openssl reads in the certificate of a CA. */
async function opensslText(folder: CaFolder, ...name: readonly string[]): Promise<string> {
  const { certificatePem } = await folder.json<AuthorityReport>("ca", "show", ...name);
  return openssl(["x509", "-noout", "-text"], certificatePem);
}

describe("init", () => {
  it("makes a root and an issuing CA, which openssl accepts", async () => {
    const folder = new CaFolder();
    const { store, authorities, rootPem } = await folder.json<InitReport>("init", "Acme");
    expect(store).toBe(folder.file("ca-store"));
    expect(authorities.map(({ name }) => name.replace(/ \w{6}$/, ""))).toEqual(["Acme Root CA", "Acme Issuing CA"]);
    for (const { notAfter } of authorities) expect(notAfter).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(openssl(["x509", "-noout", "-subject"], rootPem)).toContain("Acme Root CA");
    await folder.ok("ca", "export");
    const files = ["-CAfile", folder.file("root.pem"), folder.file("chain.pem")];
    expect(openssl(["verify", "-x509_strict", "-no-CApath", ...files])).toContain("OK");
    expect(await opensslText(folder)).toMatch(/CA:TRUE, pathlen:0/);
  });

  it("says where it is, what is missing, and what comes next", async () => {
    const { stdout, stderr } = await new CaFolder().run(["init"]);
    expect(stdout).toMatch(
      /^made a CA in .*ca-store\n.* on .* Root CA \w{6}\n {2}valid until {2}\S+Z {2}in \d+ years\n/,
    );
    expect(stderr).toBe(
      "rootcause: without --url, no certificate says where to learn that it was revoked\nnext: rootcause issue localhost\n",
    );
    expect((await new CaFolder().run(["init", "--url", "http://pki.test", "-q"])).stderr).toBe("");
  });

  it("is refused in a store that has a CA, which stays as it is", async () => {
    const folder = await CaFolder.withCa();
    const before = await folder.ok("ca", "list");
    await folder.refused("ERR_STORE_EXISTS", 2, ["init", "Other"]);
    expect(await folder.ok("ca", "list")).toBe(before);
  });

  it.each([
    ["ERR_CA_NAME", 2, ["x".repeat(41)]],
    ["ERR_CA_NAME", 2, [" Acme"]],
    ["ERR_PROFILE_REFUSED", 5, ["--root-days", "0"]],
    ["ERR_PROFILE_REFUSED", 5, ["--root-days", "99999"]],
    ["ERR_USAGE", 2, ["--tiers", "1"]],
    ["ERR_USAGE", 2, ["--permit-dns", "two words"]],
    ["ERR_USAGE", 2, ["--permit-dns", "a.*.test"]],
    ["ERR_USAGE", 2, ["--permit-ip", "10.0.0.0"]],
    ["ERR_USAGE", 2, ["--url", "pki.example.test"]],
    ["ERR_USAGE", 2, ["--key", "rsa-1024"]],
    ["ERR_PASSPHRASE_SOURCE", 2, ["--passphrase-file", "missing"]],
    ["ERR_PASSPHRASE_SOURCE", 2, ["--passphrase-env", "NOT_SET"]],
    ["ERR_STORE_LOCATION", 2, ["--store", "sqlite://ca.db"]],
  ] as const)("refuses with %s (%i) what cannot be: %j, and makes nothing", async (code, status, args) => {
    const folder = new CaFolder();
    await folder.refused(code, status, ["init", ...args]);
    expect(folder.names()).toEqual([]);
  });

  it("makes as many tiers as asked, limits names, and points to where it will publish", async () => {
    const folder = new CaFolder();
    const limits = ["--permit-dns", "corp.example", "--permit-dns", ".münchen.test", "--permit-ip", "fd00::/8"];
    await folder.ok("init", "Acme", "--tiers", "3", ...limits, "--url", "http://pki.test/");
    expect(await folder.json<readonly unknown[]>("ca", "list")).toHaveLength(3);
    const text = await opensslText(folder);
    expect(text).toMatch(/Name Constraints: critical/);
    expect(text).toContain("DNS:corp.example");
    expect(text).toContain("DNS:xn--mnchen-3ya.test");
    expect(text).toContain("IP:FD00:0:0:0:0:0:0:0/FF00:");
    expect(text).toMatch(/URI:http:\/\/pki\.test\/crl\/acme-intermediate-ca-\w+\.crl/);
    await folder.issue("www.corp.example");
    await folder.refused("ERR_PROFILE_REFUSED", 5, ["issue", "example.test", "--out", "out"]);
  });

  it.each(["ecdsa-p384", "ed25519", "rsa-2048"])("makes it on %s", async (type) => {
    const folder = await CaFolder.withCa("--key", type);
    expect((await folder.json<readonly AuthorityReport[]>("ca", "list")).map(({ keyType }) => keyType)).toEqual([
      type,
      type,
    ]);
    await folder.issue("localhost");
  });

  it("encrypts the keys, the root's with another passphrase when told", async () => {
    const folder = new CaFolder();
    writeFileSync(folder.file("issuing.txt"), "one\n", { mode: 0o600 });
    writeFileSync(folder.file("root.txt"), "two\n", { mode: 0o600 });
    await folder.ok("init", "Acme", "--passphrase-file", "issuing.txt", "--root-passphrase-file", "root.txt");
    const [root, issuing] = await folder.json<readonly [AuthorityReport, AuthorityReport]>("ca", "list");
    const opens = ({ id }: AuthorityReport, passphrase: string) => {
      const key = folder.file("ca-store", "keys", `${id}.pem`);
      return openssl(["pkey", "-noout", "-text", "-in", key, "-passin", `pass:${passphrase}`]);
    };
    expect(opens(issuing, "one")).toContain("Private-Key");
    expect(opens(root, "two")).toContain("Private-Key");
    expect(() => opens(root, "one")).toThrow();
  });
});

describe("a CA whose key is encrypted", () => {
  it("signs for who knows the passphrase: from a file, the environment or a prompt", async () => {
    const folder = new CaFolder();
    writeFileSync(folder.file("right.txt"), "open sesame\n", { mode: 0o600 });
    writeFileSync(folder.file("wrong.txt"), "open barley\n", { mode: 0o600 });
    await folder.ok("init", "--passphrase-file", "right.txt");
    const before = await folder.written();
    const { hint } = await folder.refused("ERR_PASSPHRASE_MISSING", 2, ["issue", "a.test"]);
    expect(hint).toContain("--passphrase-file");
    await folder.refused("ERR_PASSPHRASE_WRONG", 2, ["issue", "a.test", "--passphrase-file", "wrong.txt"]);
    expect(await folder.written()).toBe(before);
    expect(folder.names()).toEqual(["ca-store", "right.txt", "wrong.txt"]);

    await folder.issue("a.test", "--passphrase-file", "right.txt");
    const env = { SESAME: "open sesame" };
    expect(await folder.run(["issue", "b.test", "--passphrase-env", "SESAME"], { env })).toMatchObject({ status: 0 });
    const asked = await folder.run(["issue", "c.test"], { tty: true, stdin: "open sesame\n" });
    expect(asked).toMatchObject({ status: 0 });
    expect(asked.stderr).toContain("Passphrase of the CA's key: ");
    expect(asked.stderr).not.toContain("sesame");
  });
});
