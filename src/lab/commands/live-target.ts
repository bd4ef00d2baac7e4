import type { LiveFault } from "../running-lab.ts";
import type { CommandTarget } from "./target.ts";

/** Where a fault is met. */
type Meeting = Pick<LiveFault, "fault" | "scene" | "address" | "port" | "name">;

/**
 * What a client has to be told to meet a live fault.
 * @param fileOf where the client finds a file of the fault: as it is called unless told.
 */
export function liveTarget(live: Meeting, fileOf: (name: string) => string = (name) => name): CommandTarget {
  const { fault, scene, address, port, name } = live;
  const { identity, ...manner } = scene.client;
  return {
    address,
    port,
    name,
    ...(name.endsWith(".localhost") && { resolvableName: "localhost" }),
    trustFile: fileOf("trust.pem"),
    ...(scene.crls.length > 0 && { crlFile: fileOf("trust-crl.pem") }),
    ...(fault.revocation && { source: fault.revocation }),
    ...(identity && { certFile: fileOf("client.pem"), keyFile: fileOf("client-key.pem") }),
    ...manner,
  };
}

/** The files that it names. */
export function filesOf({ trustFile, crlFile, certFile, keyFile }: CommandTarget): readonly string[] {
  return [trustFile, crlFile, certFile, keyFile].filter((file) => file !== undefined);
}
