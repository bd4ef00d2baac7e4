import { createServer } from "node:http";
import type { Issued } from "../../../src/faults/build/issued.ts";
import { Laboratory } from "../../../src/faults/build/laboratory.ts";
import type { Scene } from "../../../src/faults/build/scene.ts";
import type { Fault } from "../../../src/faults/fault.ts";
import { type EndpointHandler, endpointHandler } from "../../../src/lab/endpoints/endpoint-handler.ts";
import { listen } from "../../../src/lab/serve/listen.ts";

/** Scenes whose certificates point at a server that answers. */
export interface LiveEndpoints {
  readonly origin: string;
  readonly root: Issued;
  scene(id: string): Scene;
  close(): Promise<void>;
}

/** @param make the faults in place, or the same places once the advice has been followed. */
export async function liveEndpoints(
  faults: readonly Fault[],
  make: (laboratory: Laboratory, fault: Fault) => Scene,
): Promise<LiveEndpoints> {
  let handler: EndpointHandler = () => false;
  const http = createServer((request, response) => {
    if (!handler(request.url ?? "/", request, response)) response.writeHead(404).end();
  });
  const { port, close } = await listen(http, {});
  const origin = `http://127.0.0.1:${port}`;
  const laboratory = new Laboratory(new Date(), { endpoint: origin });
  const scenes = new Map(faults.map((fault) => [fault.id, make(laboratory, fault)]));
  handler = endpointHandler([...scenes].map(([id, { endpoints }]) => ({ id, endpoints })));
  return { origin, root: laboratory.root, close, scene: (id) => scenes.get(id) as Scene };
}
