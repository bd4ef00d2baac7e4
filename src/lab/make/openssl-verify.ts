import { isIP } from "node:net";
import { wordingOf } from "../../explain/client-prints.ts";
import { opensslNumberOf } from "../../faults/advice.ts";
import type { Scene } from "../../faults/build/scene.ts";
import type { Fault } from "../../faults/fault.ts";
import { words } from "../commands/target.ts";
import type { VerifyCommand } from "./verify-command.ts";

/** `openssl verify`, with the checks asked for that it does not make unasked. It asks no OCSP responder. */
export function opensslVerify(fault: Fault, scene: Scene, at: Date | undefined): VerifyCommand | undefined {
  if (fault.raises.length === 0 || fault.revocation === "ocsp") return undefined;
  const { name, crls, server } = scene;
  const check = checks[opensslNumberOf(fault) ?? 0];
  const command = words(
    "openssl verify -purpose sslserver",
    `${isIP(name) === 0 ? "-verify_hostname" : "-verify_ip"} ${name}`,
    check,
    attime(at),
    crls.length > 0 ? "-crl_check_all -CAfile trust-crl.pem" : "-CAfile trust.pem",
    server.chain.length > 1 && "-untrusted chain.pem",
    "cert.pem",
  );
  return { command, prints: printedByVerify(fault, check) };
}

export function attime(at: Date | undefined): string | undefined {
  return at && `-attime ${Math.trunc(at.getTime() / 1000)}`;
}

/** What makes OpenSSL look for an error that it passes over by default, by the number of the error. */
const checks: Readonly<Record<number, string>> = {
  43: "-policy_check",
  66: "-auth_level 2",
  67: "-auth_level 2",
  68: "-auth_level 2",
  78: "-x509_strict",
  85: "-x509_strict",
  86: "-x509_strict",
  88: "-x509_strict",
  89: "-x509_strict",
  92: "-x509_strict",
  93: "-x509_strict",
};

function printedByVerify(fault: Fault, check: string | undefined): string {
  const isAccepted = (fault.prints.openssl ?? "accepts") === "accepts" && check === undefined;
  return isAccepted ? "cert.pem: OK" : opensslText(fault.id, opensslNumberOf(fault));
}

/** What `openssl verify` says where the verifier has this finding, and OpenSSL this number for it. */
export function opensslText(code: string, number: number | undefined): string {
  const printed = verifyNumbers[code] ?? number;
  return printed === undefined ? "Could not read certificate" : wordingOf(`openssl-${printed}`);
}

/** Where `openssl verify` stops earlier, or looks in another order, than OpenSSL does in a handshake. */
const verifyNumbers: Readonly<Record<string, number>> = {
  "missing-intermediate": 20, // 21 follows where a program goes on after 20
  "trust-only-leaf": 20,
  "path-loop": 20, // no certificate is taken twice, so that the way ends
  "duplicate-extension": 20, // what cannot be read has no issuer
  "malformed-extension": 20,
  "crl-wrong-issuer": 3, // a CRL of another issuer is not looked at
};
