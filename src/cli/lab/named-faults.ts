import { PkiError } from "../../errors/pki-error.ts";
import { faultNamed, faults } from "../../faults/catalogue.ts";
import type { Fault } from "../../faults/fault.ts";

/** The faults of these ids. @throws PkiError ERR_FAULT_UNKNOWN naming what was perhaps meant */
export function namedFaults(ids: readonly string[]): readonly Fault[] {
  return ids.map(namedFault);
}

/** The fault of this id. @throws PkiError ERR_FAULT_UNKNOWN naming what was perhaps meant */
export function namedFault(id: string): Fault {
  const fault = faultNamed(id.toLowerCase());
  if (fault === undefined) throw new PkiError("ERR_FAULT_UNKNOWN", { id, advice: adviceFor(id.toLowerCase()) });
  return fault;
}

const NEAR = 0.4;
const MANY = 4;

function adviceFor(id: string): string {
  const near = faults
    .map((fault) => ({ id: fault.id, likeness: likeness(fault.id, id) }))
    .filter((it) => it.likeness >= NEAR)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MANY);
  const meant = near.length > 0 ? `perhaps ${near.map((it) => it.id).join(", ")}? ` : "";
  return `${meant}\`rootcause lab list\` shows them all`;
}

/** The share of pairs of letters that both have (Dice's coefficient): parts of a name count as much as slips of the pen. */
function likeness(one: string, other: string): number {
  const pairs = pairsOf(one);
  const others = pairsOf(other);
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * shared) / (pairs.size + others.size || 1);
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}
