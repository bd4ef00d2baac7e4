import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Laboratory } from "../../../src/faults/build/laboratory.ts";
import type { Scene } from "../../../src/faults/build/scene.ts";
import { faultNamed } from "../../../src/faults/catalogue.ts";
import type { Fault } from "../../../src/faults/fault.ts";
import { chainPem } from "../../../src/lab/serve/chain-pem.ts";
import type { LiveServer } from "../../../src/lab/serve/live-server.ts";
import { serveScene } from "../../../src/lab/serve/serve-scene.ts";

/** A scene, the server that plays it, and files for its client. */
export interface Stage extends Pick<LiveServer, "address" | "port" | "under"> {
  readonly scene: Scene;
  readonly trustFile: string;
  /** `-cert … -key …` for a client that has something to show. */
  readonly identityArgs: readonly string[];
}

export const laboratory: Laboratory = new Laboratory(new Date());

/** Plays a scene while somebody watches. */
export async function onStage<T>(scene: Scene, folder: string, watch: (stage: Stage) => Promise<T>): Promise<T> {
  const server = await serveScene(scene);
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const { identity } = scene.client;
  const shown = identity && write("client.pem", chainPem(identity.chain));
  try {
    return await watch({
      ...server,
      scene,
      trustFile: write("trust.pem", chainPem(scene.trust)),
      identityArgs:
        identity && shown
          ? ["-cert", shown, "-cert_chain", shown, "-key", write("client.key", identity.key.toPem())]
          : [],
    });
  } finally {
    await server.close();
  }
}

export function fault(id: string): Fault {
  const found = faultNamed(id);
  if (found === undefined) throw new Error(`no fault ${id}`);
  return found;
}
