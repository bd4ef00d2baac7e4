import { generalizedTime } from "../../asn1/writer.ts";

/** How many are remembered. */
const MAX_KNOWN = 64;

const known = new Map<number, Uint8Array>();

/** GeneralizedTime. Responses that are signed within a second have their times in common, so they are not written anew for each. */
export function encodeTime(at: Date): Uint8Array {
  const key = at.getTime();
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size === MAX_KNOWN) known.clear();
  const der = generalizedTime(at);
  known.set(key, der);
  return der;
}
