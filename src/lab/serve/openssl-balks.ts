import type { Identity } from "../../faults/build/scene.ts";
import type { FindingCode } from "../../verify/explanations/index.ts";
import { verify } from "../../verify/verify.ts";

/** OpenSSL loads certificates with these faults, and then finds no signature algorithm for any client. */
const unusable: ReadonlySet<FindingCode> = new Set(["duplicate-extension", "malformed-extension", "weak-curve"]);

/** True when a server of OpenSSL would keep its certificate to itself. */
export function opensslBalks({ chain }: Identity): boolean {
  const { findings } = verify(
    chain.map(({ der }) => der),
    { trust: [] },
  );
  return findings.some(({ code, index }) => index === 0 && unusable.has(code));
}
