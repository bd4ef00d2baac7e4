import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Laboratory } from "../../../src/faults/build/laboratory.ts";
import type { Scene } from "../../../src/faults/build/scene.ts";
import { faults } from "../../../src/faults/catalogue.ts";
import type { Fault } from "../../../src/faults/fault.ts";
import { serveScene } from "../../../src/lab/serve/serve-scene.ts";
import type { Target } from "../../clients/client.ts";
import { targetOf } from "../../clients/scene-target.ts";

export interface LiveFault {
  readonly fault: Fault;
  readonly scene: Scene;
  readonly target: Target;
}

export interface LiveFaults {
  readonly laboratory: Laboratory;
  /** Every fault, in place. */
  readonly broken: readonly LiveFault[];
  /** The same places, once the advice has been followed. */
  readonly mended: readonly LiveFault[];
  close(): Promise<void>;
}

/** Every fault of the catalogue on the wire, and every one mended. */
export async function liveFaults(): Promise<LiveFaults> {
  const laboratory = new Laboratory(new Date());
  const folder = mkdtempSync(join(tmpdir(), "rootcause-closure-"));
  const closing: (() => Promise<void>)[] = [];
  const live = async (fault: Fault, scene: Scene): Promise<LiveFault> => {
    const server = await serveScene(scene);
    closing.push(() => server.close());
    return { fault, scene, target: targetOf(fault, scene, server, folder) };
  };
  return {
    laboratory,
    broken: await Promise.all(faults.map((fault) => live(fault, laboratory.build(fault)))),
    mended: await Promise.all(faults.map((fault) => live(fault, laboratory.mend(fault)))),
    async close() {
      await Promise.all(closing.map((close) => close()));
      rmSync(folder, { recursive: true });
    },
  };
}
