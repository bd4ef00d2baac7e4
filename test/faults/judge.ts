import type { Issued } from "../../src/faults/build/issued.ts";
import type { Scene } from "../../src/faults/build/scene.ts";
import type { VerifyResult } from "../../src/verify/result.ts";
import { verify } from "../../src/verify/verify.ts";
import type { VerifyOptions } from "../../src/verify/verify-options.ts";

const ders = (all: readonly Issued[]) => all.map(({ der }) => der);

/** What the client of a scene would say of its server's chain. */
export function judge(scene: Scene, at: Date, rules: VerifyOptions["rules"] = "rfc5280"): VerifyResult {
  const { server, trust, name, crls, ocsp } = scene;
  return verify(ders(server.chain), {
    ...{ trust: ders(trust), at, name, purpose: "serverAuth", rules, crls, ocsp },
    ...scene.verify,
  });
}
