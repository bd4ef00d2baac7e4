import type { Entry } from "../../explain/entry.ts";
import { faultEntry } from "../../explain/fault-entry.ts";
import { printedBy } from "../../explain/printed.ts";
import type { Laboratory } from "../../faults/build/laboratory.ts";
import type { Scene } from "../../faults/build/scene.ts";
import { type Client, clients } from "../../faults/client.ts";
import type { Fault } from "../../faults/fault.ts";
import { describeScene, type SceneFact } from "../../lab/describe-scene.ts";
import { judgeScene } from "../../lab/judge-scene.ts";
import { hasFiles } from "../../lab/make/fault-folder.ts";

/** What `explain` says of a fault, how the lab makes it, and what each client prints. */
export interface ShownFault extends Entry {
  readonly made: readonly SceneFact[];
  readonly prints: Readonly<Partial<Record<Client, "accepts" | readonly string[]>>>;
  /** Commands that make it. */
  readonly commands: readonly string[];
}

export function showFault(fault: Fault, laboratory: Laboratory): ShownFault {
  const { id, raises } = fault;
  const scene = laboratory.build(fault);
  const found = raises.length === 0 ? [] : findingFact(scene, laboratory.at);
  return {
    ...faultEntry(fault),
    made: [...describeScene(scene), ...found],
    prints: Object.fromEntries(
      (Object.keys(clients) as Client[]).flatMap((client) => {
        const printed = printedBy(fault, client);
        return printed === undefined ? [] : [[client, printed]];
      }),
    ),
    commands: [...(hasFiles(fault) ? [`rootcause lab make ${id}`] : []), `rootcause lab serve ${id}`],
  };
}

function findingFact(scene: Scene, at: Date): readonly SceneFact[] {
  return judgeScene(scene, at)
    .findings.slice(0, 1)
    .map((finding) => ["rootcause finds", `${finding.at}: ${finding.message}`]);
}
