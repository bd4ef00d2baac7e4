import { type StarttlsProtocol, starttlsProtocols } from "../../faults/build/conduct.ts";
import { hostOf } from "../../faults/build/lab.ts";
import type { Scene } from "../../faults/build/scene.ts";
import type { Fault } from "../../faults/fault.ts";
import type { LiveFault, Service } from "../running-lab.ts";
import type { LiveServer } from "./live-server.ts";

/** Puts a scene on the wire; `further` counts the servers of a fault that has more than one. */
export type Serve = (scene: Scene, further: number) => Promise<LiveServer>;

/** @throws PkiError ERR_LISTEN */
export async function startFault(fault: Fault, scene: Scene, serve: Serve): Promise<LiveFault> {
  const { address, port, under, name = nameOf(fault, scene) } = await serve(scene, 0);
  return {
    fault,
    scene,
    address,
    port,
    name,
    url: `https://${name}${port === 443 ? "" : `:${port}`}/`,
    services: await startServices(scene, port, serve),
    ...(under && { under }),
  };
}

/** The fault's own name, where its certificate holds that; else the one that it is about. */
function nameOf({ id }: Fault, { name, server }: Scene): string {
  const [leaf] = server.chain;
  return name === "localhost" && leaf && Buffer.from(leaf.der).includes(hostOf(id)) ? hostOf(id) : name;
}

/** A service that wants STARTTLS is there in every protocol that knows it: its own first, on the port that it has already. */
async function startServices(scene: Scene, port: number, serve: Serve): Promise<readonly Service[]> {
  const { conduct } = scene;
  if (conduct.kind !== "plain" || conduct.protocol === "http") return [];
  const own = { protocol: conduct.protocol, port };
  const others = starttlsProtocols.filter((protocol) => protocol !== own.protocol);
  const start = async (protocol: StarttlsProtocol, index: number): Promise<Service> => {
    const server = await serve({ ...scene, conduct: { kind: "plain", protocol } }, index + 1);
    return { protocol, port: server.port };
  };
  return [own, ...(await Promise.all(others.map(start)))];
}
