import { describe, expect, it } from "vitest";
import { starttlsProtocols } from "../../../src/faults/build/conduct.ts";
import type { Scene } from "../../../src/faults/build/scene.ts";
import { tempFolder } from "../../cli/temp-folder.ts";
import { isMissing, runClient } from "../../tls/run-client.ts";
import { fault, laboratory, onStage, type Stage } from "./on-stage.ts";

const folder = tempFolder();
const WITH_OLD_CIPHERS = ["-cipher", "DEFAULT:@SECLEVEL=0"];

/** What `openssl s_client` prints, when it says goodbye with its first octet. */
function ask(scene: Scene, ...options: readonly string[]): Promise<string> {
  return onStage(scene, folder, (stage) => sClient(stage, options));
}

async function sClient({ address, port, trustFile, identityArgs }: Stage, options: readonly string[]): Promise<string> {
  const at = ["-connect", `${address}:${port}`, "-CAfile", trustFile];
  // Behind STARTTLS nobody waits for a request: it leaves at the end of its input.
  const request = options.includes("-starttls") ? "" : "GET / HTTP/1.0\r\n\r\n";
  const stays = request === "" ? [] : ["-ign_eof"];
  const command = ["s_client", ...stays, ...at, ...identityArgs, ...options];
  return (await runClient("openssl", command, request)).output;
}

describe.skipIf(isMissing("openssl"))("openssl s_client", () => {
  it.each([
    ["alert-handshake-failure", 40, []],
    ["alert-protocol-version", 70, []],
    ["alert-insufficient-security", 71, []],
    ["alert-internal-error", 80, []],
    ["alert-unrecognized-name", 112, []],
    ["alert-internal-error", 86, ["-servername", "alert-86.lab.localhost"]],
    ["alert-internal-error", 80, ["-servername", "alert-256.lab.localhost"]],
    ["alert-no-application-protocol", 120, ["-alpn", "h2,http/1.1"]],
    ["no-shared-cipher", 40, []],
    ["no-shared-group", 40, []],
    ["server-max-tls10", 70, ["-min_protocol", "TLSv1.2"]],
    ["server-max-tls11", 70, ["-min_protocol", "TLSv1.2"]],
    ["server-only-tls12", 70, ["-tls1_3"]],
    ["server-only-tls13", 70, ["-tls1_2"]],
    ["client-certificate-missing", 116, []],
    ["client-certificate-missing", 40, ["-tls1_2"]],
    ["client-unknown-ca", 48, []],
    ["client-missing-intermediate", 48, []],
    ["client-expired", 45, []],
    ["client-wrong-eku", 43, []],
    ["client-revoked", 44, []],
  ] as const)("gets for %s alert %i %j", async (id, alert, options) => {
    expect(await ask(laboratory.build(fault(id)), ...options)).toContain(`SSL alert number ${alert}`);
  });

  it.each([
    ["plain-http", "wrong version number"],
    ["starttls-needed", "wrong version number"],
    ["closes-on-hello", "unexpected eof while reading"],
    ["resets-on-hello", "errno=104"],
    ["key-mismatch", "bad signature"],
    ["tls-intercepted", "self-signed certificate in certificate chain"],
    ["malformed-der", "error:0"],
  ])("says for %s: %s", async (id, words) => {
    expect(await ask(laboratory.build(fault(id)))).toContain(words);
  });

  it.each([
    ["server-max-tls10", "TLSv1", ["-tls1", ...WITH_OLD_CIPHERS]],
    ["server-max-tls11", "TLSv1.1", ["-tls1_1", ...WITH_OLD_CIPHERS]],
    ["server-only-tls12", "TLSv1.2", []],
    ["server-only-tls13", "TLSv1.3", []],
    ["no-shared-cipher", "ECDHE-ECDSA-NULL-SHA", ["-cipher", "ALL:eNULL:@SECLEVEL=0"]],
    ["no-shared-group", "TLSv1.2", ["-tls1_2", "-groups", "brainpoolP512r1:P-256"]],
    ["alert-no-application-protocol", "ALPN protocol: acme-tls/1", ["-alpn", "acme-tls/1"]],
  ] as const)("finds behind %s %s when it asks for it", async (id, words, options) => {
    const output = await ask(laboratory.build(fault(id)), ...options);
    expect(output).toContain(words);
    expect(output).toContain("the lab of rootcause");
  });

  it("gets the default site without a server name, and the site proper with one", async () => {
    const scene = laboratory.build(fault("sni-required"));
    expect(await ask(scene, "-noservername")).toContain("subject=CN = other");
    expect(await ask(scene, "-servername", "sni-required.lab.localhost", "-verify_hostname", "localhost")).toContain(
      "Verify return code: 0 (ok)",
    );
  });

  it.each(starttlsProtocols)("gets through %s's STARTTLS to a good chain", async (protocol) => {
    const scene: Scene = { ...laboratory.build(fault("starttls-needed")), conduct: { kind: "plain", protocol } };
    const output = await ask(scene, "-starttls", protocol, "-verify_hostname", "localhost");
    expect(output).toContain("Verify return code: 0 (ok)");
  });

  it("gets a stapled response when it asks for one", async () => {
    const output = await ask(laboratory.build(fault("revoked-ocsp")), "-status");
    expect(output).toContain("Cert Status: revoked");
  });

  it.each(["client-expired", "client-revoked", "client-unknown-ca"])("is let in where %s is mended", async (id) => {
    expect(await ask(laboratory.mend(fault(id)))).toContain("the lab of rootcause");
  });
});
