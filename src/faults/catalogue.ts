import type { Fault, FaultGroup } from "./fault.ts";
import { handshakeFaults } from "./handshake/index.ts";
import { mtlsFaults } from "./mtls/index.ts";
import { namesFaults } from "./names/index.ts";
import { revocationFaults } from "./revocation/index.ts";
import { strengthFaults } from "./strength/index.ts";
import { timeFaults } from "./time/index.ts";
import { trustFaults } from "./trust/index.ts";
import { usageFaults } from "./usage/index.ts";

/** Every fault, by group. */
export const faultGroups: Readonly<Record<FaultGroup, readonly Fault[]>> = {
  trust: trustFaults,
  time: timeFaults,
  names: namesFaults,
  usage: usageFaults,
  strength: strengthFaults,
  revocation: revocationFaults,
  handshake: handshakeFaults,
  mtls: mtlsFaults,
};

/** Every fault that rootcause can recognise, explain and show. */
export const faults: readonly Fault[] = Object.values(faultGroups).flat();

const byId: ReadonlyMap<string, Fault> = new Map(faults.map((fault) => [fault.id, fault]));

export function faultNamed(id: string): Fault | undefined {
  return byId.get(id);
}
