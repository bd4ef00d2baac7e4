import { toHex } from "../../../asn1/bytes.ts";
import { DerReader } from "../../../asn1/reader.ts";
import { walkEntry } from "../../../x509/revoked-certificate.ts";
import { FACT_BYTES, isPassing, reasonAt, serialEndAt } from "./fact.ts";
import type { RevocationList } from "./revocation-list.ts";

/**
 * The places of facts that a later one about the same certificate replaces: of holds, and of their ends. Only those are remembered, so
 * memory grows with their number alone; the end of a serial number tells at once that most others are about another certificate.
 */
export function supersededFacts(list: RevocationList): ReadonlySet<number> {
  const superseded = new Set<number>();
  if (list.mark.holds === 0) return superseded;
  const latest = new Map<string, number>();
  const mayBeHeld = new Uint8Array(2 ** 16);
  for (const { facts, first } of list.pages()) {
    for (let at = 0; at < facts.length; at += FACT_BYTES) {
      const serialEnd = serialEndAt(facts, at);
      const passing = isPassing(reasonAt(facts, at));
      if (!passing && mayBeHeld[serialEnd] === 0) continue;
      const serial = toHex(walkEntry(DerReader.of(list.entryAt(facts, at))).serialNumber.content);
      const before = latest.get(serial);
      if (before !== undefined) superseded.add(before);
      if (!passing) continue;
      latest.set(serial, first + at / FACT_BYTES);
      mayBeHeld[serialEnd] = 1;
    }
  }
  return superseded;
}
