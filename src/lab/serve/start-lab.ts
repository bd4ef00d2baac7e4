import { createServer, type RequestListener } from "node:http";
import { isIPv6 } from "node:net";
import { Laboratory } from "../../faults/build/laboratory.ts";
import type { Fault } from "../../faults/fault.ts";
import type { FailedFault, LiveFault, RunningLab } from "../running-lab.ts";
import { labSite } from "../site/site.ts";
import { listen } from "./listen.ts";
import type { ListenOptions } from "./live-server.ts";
import { OpenServers } from "./open-servers.ts";
import { serveScene } from "./serve-scene.ts";
import { startFault } from "./start-fault.ts";
import { welcome } from "./welcome.ts";

/** With a port: the first of a row, in which the page comes before the faults. */
export interface StartLabOptions extends ListenOptions {
  /** The faults show from the moment of the start on, and clients are judged by this clock. */
  readonly now?: () => Date;
}

/** To the pages and endpoints together: some endpoints keep their clients waiting on purpose. */
const MAX_CONNECTIONS = 512;

/**
 * Puts faults on the wire under one root, each on a port and under a name of its own. One that cannot be started stops no other.
 * @throws PkiError ERR_LISTEN when the page's own port is taken
 */
export async function startLab(faults: readonly Fault[], options: StartLabOptions = {}): Promise<RunningLab> {
  const { now = () => new Date(), ...first } = options;
  const servers = new OpenServers(first);
  let answer: RequestListener = beingSetUp;
  const http = createServer((request, response) => answer(request, response));
  http.maxConnections = MAX_CONNECTIONS;
  const { address, port } = await servers.open(0, (where) => listen(http, where));
  const site = new URL(`http://${reachable(address)}:${port}/`);
  const laboratory = new Laboratory(now(), { endpoint: `${site.origin}/live` });

  const start = (fault: Fault, index: number): Promise<LiveFault> => {
    const page = welcome(fault, site);
    // Its own place; what else a fault serves comes after the last one.
    const placeOf = (further: number) => (further === 0 ? 1 + index : faults.length + further);
    return startFault(fault, laboratory.build(fault), (scene, further) =>
      servers.open(placeOf(further), (where) => serveScene(scene, { ...where, now, page })),
    );
  };
  const started = await Promise.allSettled(faults.map(async (fault, index) => start(fault, index)));

  const running: RunningLab = {
    site,
    faults: started.flatMap((it) => (it.status === "fulfilled" ? [it.value] : [])),
    failures: started.flatMap((it, index): FailedFault[] =>
      it.status === "rejected" ? [{ fault: faults[index] as Fault, error: it.reason as Error }] : [],
    ),
    root: { der: laboratory.root.der },
    close: () => servers.close(),
  };
  answer = labSite(running, now);
  return running;
}

const beingSetUp: RequestListener = (_request, response) => {
  response.writeHead(503, { "Content-Type": "text/plain", "Retry-After": "1" }).end("the lab is being set up\n");
};

/** An address to call, for one to listen on. */
function reachable(address: string): string {
  const own = { "0.0.0.0": "127.0.0.1", "::": "::1" }[address] ?? address;
  return isIPv6(own) ? `[${own}]` : own;
}
