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
    services: await Promise.all(furtherProtocols(scene).map((protocol, index) => service(protocol, index + 1))),
    ...(under && { under }),
  };

  async function service(protocol: StarttlsProtocol, further: number): Promise<Service> {
    const server = await serve({ ...scene, conduct: { kind: "plain", protocol } }, further);
    return { protocol, port: server.port };
  }
}

/** The fault's own name, where its certificate holds that; else the one that it is about. */
function nameOf({ id }: Fault, { name, server }: Scene): string {
  const [leaf] = server.chain;
  return name === "localhost" && leaf && Buffer.from(leaf.der).includes(hostOf(id)) ? hostOf(id) : name;
}

function furtherProtocols({ conduct }: Scene): readonly StarttlsProtocol[] {
  if (conduct.kind !== "plain" || conduct.protocol === "http") return [];
  return starttlsProtocols.filter((protocol) => protocol !== conduct.protocol);
}
