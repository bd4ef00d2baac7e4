import { createServer, type Server } from "node:net";
import type { StarttlsProtocol } from "../../faults/build/conduct.ts";
import { prologues } from "../../tls/starttls/prologues.ts";
import { servePrologue } from "../../tls/starttls/serve-prologue.ts";

/** Greets in the clear and hands over to a TLS server when the client asks for it. */
export function starttlsServer(protocol: StarttlsProtocol, tls: Server): Server {
  const prologue = prologues.find(({ id }) => id === protocol);
  if (prologue === undefined) throw new TypeError(`nobody speaks ${protocol}`);
  const server = createServer(async (socket) => {
    if (await servePrologue(socket, prologue)) tls.emit("connection", socket);
  });
  return server.once("close", () => tls.close());
}
