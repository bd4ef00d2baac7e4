import { type ClientPrint, clientPrints } from "../../explain/client-prints.ts";
import type { Entry } from "../../explain/entry.ts";
import { faultEntry } from "../../explain/fault-entry.ts";
import type { Laboratory } from "../../faults/build/laboratory.ts";
import type { Scene } from "../../faults/build/scene.ts";
import type { Fault } from "../../faults/fault.ts";
import { describeScene, type SceneFact } from "../../lab/describe-scene.ts";
import { judgeScene } from "../../lab/judge-scene.ts";
import { makeCommands } from "../../lab/make-commands.ts";

/** What `explain` says of a fault, how the lab makes it, and what each client prints. */
export interface ShownFault extends Entry {
  readonly made: readonly SceneFact[];
  readonly prints: readonly ClientPrint[];
  /** Commands that make it. */
  readonly commands: readonly string[];
}

export function showFault(fault: Fault, laboratory: Laboratory): ShownFault {
  const scene = laboratory.build(fault);
  const found = fault.raises.length === 0 ? [] : findingFact(scene, laboratory.at);
  return {
    ...faultEntry(fault),
    made: [...describeScene(scene), ...found],
    prints: clientPrints(fault),
    commands: makeCommands(fault),
  };
}

function findingFact(scene: Scene, at: Date): readonly SceneFact[] {
  return judgeScene(scene, at)
    .findings.slice(0, 1)
    .map((finding) => ["rootcause finds", `${finding.at}: ${finding.message}`]);
}
