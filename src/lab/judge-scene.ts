import type { Issued } from "../faults/build/issued.ts";
import type { Scene } from "../faults/build/scene.ts";
import type { VerifyResult } from "../verify/result.ts";
import { verify } from "../verify/verify.ts";
import type { VerifyOptions } from "../verify/verify-options.ts";

/** What the verifier says of the chain that a scene's server sends, knowing what its client knows. */
export function judgeScene(scene: Scene, at: Date, rules: VerifyOptions["rules"] = "rfc5280"): VerifyResult {
  const { server, trust, name, crls, ocsp } = scene;
  const asked = { trust: ders(trust), at, name, purpose: "serverAuth", rules, crls, ocsp };
  return verify(ders(server.chain), { ...asked, ...scene.verify });
}

/** What the verifier says of the chain that a scene's client shows, knowing what its server knows; undefined: it shows none. */
export function judgeClient({ demand, client }: Scene, at: Date): VerifyResult | undefined {
  if (demand === undefined || client.identity === undefined) return undefined;
  const { trust, crls = [] } = demand;
  const revocation = crls.length > 0 ? "require" : "prefer";
  return verify(ders(client.identity.chain), { trust: ders(trust), at, purpose: "clientAuth", crls, revocation });
}

function ders(all: readonly Issued[]): readonly Uint8Array[] {
  return all.map(({ der }) => der);
}
