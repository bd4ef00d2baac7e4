import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { opensslNumberOf } from "../../src/faults/advice.ts";
import { Laboratory } from "../../src/faults/build/laboratory.ts";
import type { Scene } from "../../src/faults/build/scene.ts";
import { faults } from "../../src/faults/catalogue.ts";
import type { Fault } from "../../src/faults/fault.ts";
import { encodePem } from "../../src/x509/pem.ts";

const laboratory = new Laboratory(new Date("2026-06-01T12:00:00Z"));
const folder = mkdtempSync(join(tmpdir(), "rootcause-openssl-"));

/** The command looks at the common name too; a program can forbid it to (X509_CHECK_FLAG_NEVER_CHECK_SUBJECT). It asks no responder. */
const beyondCommand = (fault: Fault) => fault.id === "no-san-cn-only" || fault.revocation === "ocsp";

const numbered = faults.filter((fault) => opensslNumberOf(fault) !== undefined && !beyondCommand(fault));

describe(`the numbers of ${execFileSync("openssl", ["version"], { encoding: "utf8" }).trim()}`, () => {
  it.each(numbered)("are stated by $id", (fault) => {
    expect(numbersOf(laboratory.build(fault))).toContain(others[fault.id] ?? opensslNumberOf(fault));
  });

  it.each(numbered)("are gone once the advice of $id is followed", (fault) => {
    expect(numbersOf(laboratory.mend(fault))).toEqual([]);
  });
});

/** Where `openssl verify` stops earlier, or looks in another order, than OpenSSL does in a handshake. */
const others: Readonly<Record<string, number>> = {
  "missing-intermediate": 20, // 21 follows where the application goes on after 20
  "trust-only-leaf": 20,
  "path-loop": 20, // no certificate is taken twice, so that the way ends
  "duplicate-extension": 20, // what cannot be read has no issuer
  "malformed-extension": 20,
  "crl-wrong-issuer": 3, // a CRL of another issuer is not looked at
};

/** The numbers that OpenSSL gives, with all its checks asked for. */
function numbersOf(scene: Scene): readonly number[] {
  const at = Math.trunc(laboratory.at.getTime() / 1000);
  const [own, ...others] = scene.server.chain.map(({ der }) => encodePem("CERTIFICATE", der));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const asked = /^[\d.]+$/.test(scene.name) ? "-verify_ip" : "-verify_hostname";
  const { stderr } = spawnSync(
    "openssl",
    [
      ...["verify", "-x509_strict", "-policy_check", "-auth_level", "2", "-attime", `${at}`],
      ...["-purpose", "sslserver", asked, scene.name, "-no-CApath", "-no-CAstore"],
      ...["-CAfile", file("trust.pem", scene.trust.map(({ der }) => encodePem("CERTIFICATE", der)).join(""))],
      ...(others.length > 0 ? ["-untrusted", file("chain.pem", others.join(""))] : []),
      ...(scene.crls.length > 0 ? ["-crl_check_all", "-CRLfile", file("crls.pem", crlPem(scene))] : []),
      file("cert.pem", own ?? ""),
    ],
    { encoding: "utf8" },
  );
  return [...stderr.matchAll(/^error (\d+) at/gm)].map(([, number]) => Number(number));
}

function crlPem({ crls }: Scene): string {
  return crls.map((der) => encodePem("X509 CRL", der)).join("");
}
