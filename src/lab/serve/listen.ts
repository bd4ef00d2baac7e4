import { once } from "node:events";
import type { AddressInfo, Server, Socket } from "node:net";
import { listenError } from "../../tls/listen-error.ts";
import type { ListenOptions, LiveServer } from "./live-server.ts";

/** Lets a server listen; its clients may behave as badly as they like. @throws PkiError ERR_LISTEN */
export async function listen(server: Server, { host = "127.0.0.1", port = 0 }: ListenOptions): Promise<LiveServer> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {}); // a client that is gone is gone
    socket.once("close", () => sockets.delete(socket));
  });
  try {
    await once(server.listen(port, host), "listening");
  } catch (error) {
    throw listenError(host, port, error);
  }
  const { address, port: bound } = server.address() as AddressInfo;
  return {
    address,
    port: bound,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}
