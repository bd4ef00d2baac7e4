import { createServer, type Server } from "node:net";
import type { StarttlsProtocol } from "../../faults/build/conduct.ts";
import type { Scene } from "../../faults/build/scene.ts";
import { prologues } from "../../tls/starttls/prologues.ts";
import { servePrologue } from "../../tls/starttls/serve-prologue.ts";
import { talkInsideTls } from "./inside-tls.ts";
import { tlsServer } from "./tls-server.ts";

/** Greets in the clear, and speaks TLS when the client asks for it. */
export function starttlsServer(protocol: StarttlsProtocol, scene: Scene): Server {
  const prologue = prologues.find(({ id }) => id === protocol);
  const tls = tlsServer(scene, (socket) => talkInsideTls(protocol, socket));
  if (prologue === undefined || tls === undefined) throw new TypeError(`nobody speaks ${protocol} here`);
  const server = createServer(async (socket) => {
    if (await servePrologue(socket, prologue)) tls.emit("connection", socket);
  });
  return server.once("close", () => tls.close());
}
