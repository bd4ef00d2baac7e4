import type { Scene } from "../../faults/build/scene.ts";
import { opensslBalks } from "../serve/openssl-balks.ts";
import { tlsServer } from "../serve/tls-server.ts";

/** True when a server of OpenSSL can be given the files of a scene, and shows them. */
export function opensslServes(scene: Scene): boolean {
  return !opensslBalks(scene.server) && tlsServer(scene, () => undefined) !== undefined;
}
