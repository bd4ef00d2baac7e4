import type { Scene } from "../../faults/build/scene.ts";
import { words } from "../commands/target.ts";
import { judgeClient } from "../judge-scene.ts";
import { attime, opensslText } from "./openssl-verify.ts";
import type { VerifyCommand } from "./verify-command.ts";

/** The same two commands for the chain that the client shows, as the server judges it. */
export function clientVerify(scene: Scene, now: Date, at: Date | undefined): readonly VerifyCommand[] {
  const result = judgeClient(scene, now);
  if (result === undefined) return [];
  const [headline] = result.findings;
  const hasCrls = (scene.demand?.crls ?? []).length > 0;
  return [
    {
      command: words(
        "rootcause verify client.pem --trust client-ca.pem --purpose clientAuth",
        hasCrls && "--crl client-crl.pem --revocation require --offline",
        at && `--at ${at.toISOString()}`,
      ),
      prints: headline?.code ?? "valid",
    },
    {
      command: words(
        "openssl verify -purpose sslclient",
        attime(at),
        hasCrls ? "-crl_check_all -CAfile client-ca-crl.pem" : "-CAfile client-ca.pem",
        "-untrusted client.pem client.pem",
      ),
      prints: headline === undefined ? "client.pem: OK" : opensslText(headline.code, headline.openssl),
    },
  ];
}
