import type { Scene } from "../../faults/build/scene.ts";
import type { VerifyCommand } from "./verify-command.ts";

/** Where the server's key is another's: how to see it. */
export function pairCheck({ server: { chain, key } }: Scene): readonly VerifyCommand[] {
  if (chain[0]?.key === key) return [];
  return [
    {
      command: "rootcause inspect --pair cert.pem key.pem",
      prints: "the private key in key.pem, line 1 belongs to none of the certificates here",
    },
  ];
}
