import { isIP } from "node:net";
import { printedBy, wordingOf } from "../../explain/printed.ts";
import { opensslNumberOf } from "../../faults/advice.ts";
import type { Scene } from "../../faults/build/scene.ts";
import type { Fault } from "../../faults/fault.ts";
import { words } from "../commands/target.ts";

/** A command over the files of a fault, and what it prints: one of these texts. */
export interface VerifyCommand {
  readonly command: string;
  readonly prints: readonly string[];
}

/** `rootcause verify`, where there is a chain to judge and files are enough to judge it. */
export function rootcauseVerify({ raises }: Fault, scene: Scene, at: Date | undefined): VerifyCommand | undefined {
  const { name, crls, ocsp, verify } = scene;
  if (raises.length === 0 || verify.ocspNonce !== undefined) return undefined;
  const command = words(
    `rootcause verify fullchain.pem --trust trust.pem --name ${name} --purpose serverAuth`,
    crls.length > 0 && "--crl crl.pem",
    ...ocsp.map((_, index) => `--ocsp ${index === 0 ? "ocsp.der" : `ocsp-${index}.der`}`),
    verify.revocation !== undefined && `--revocation ${verify.revocation} --offline`,
    at && `--at ${at.toISOString()}`,
  );
  return { command, prints: raises.slice(0, 1) };
}

/** `openssl verify`, with the checks asked for that it does not make unasked. It asks no OCSP responder. */
export function opensslVerify(fault: Fault, scene: Scene, at: Date | undefined): VerifyCommand | undefined {
  if (fault.raises.length === 0 || fault.revocation === "ocsp") return undefined;
  const { name, crls, server } = scene;
  const check = checks[opensslNumberOf(fault) ?? 0];
  const command = words(
    "openssl verify -purpose sslserver",
    `${isIP(name) === 0 ? "-verify_hostname" : "-verify_ip"} ${name}`,
    check,
    at && `-attime ${Math.trunc(at.getTime() / 1000)}`,
    crls.length > 0 ? "-crl_check_all -CAfile trust-crl.pem" : "-CAfile trust.pem",
    server.chain.length > 1 && "-untrusted chain.pem",
    "cert.pem",
  );
  return { command, prints: printedByVerify(fault, check) };
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

function printedByVerify(fault: Fault, check: string | undefined): readonly string[] {
  const number = opensslNumberOf(fault);
  const isAccepted = (printedBy(fault, "openssl") ?? "accepts") === "accepts";
  if (isAccepted && check === undefined) return ["cert.pem: OK"];
  if (number === undefined) return ["Could not read certificate"];
  const printed = [fault.prints.openssl, fault.prints["python-3.13"]].flatMap((print) =>
    print === undefined || print === "accepts" ? [] : print,
  );
  return [...new Set([`openssl-${number}`, ...printed.filter((id) => /^openssl-\d+$/.test(id))])].map(wordingOf);
}
