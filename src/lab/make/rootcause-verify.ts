import type { Scene } from "../../faults/build/scene.ts";
import type { Fault } from "../../faults/fault.ts";
import { words } from "../commands/target.ts";
import type { VerifyCommand } from "./verify-command.ts";

/** `rootcause verify`, where there is a chain to judge and files are enough to judge it. */
export function rootcauseVerify({ raises }: Fault, scene: Scene, at: Date | undefined): VerifyCommand | undefined {
  const { name, crls, ocsp, verify } = scene;
  const [headline] = raises;
  if (headline === undefined || verify.ocspNonce !== undefined) return undefined;
  const command = words(
    `rootcause verify fullchain.pem --trust trust.pem --name ${name} --purpose serverAuth`,
    crls.length > 0 && "--crl crl.pem",
    ...ocsp.map((_, index) => `--ocsp ${index === 0 ? "ocsp.der" : `ocsp-${index}.der`}`),
    verify.revocation !== undefined && `--revocation ${verify.revocation} --offline`,
    at && `--at ${at.toISOString()}`,
  );
  return { command, prints: headline };
}
