import { createServer as createHttpServer, type RequestListener } from "node:http";
import type { Server } from "node:net";
import type { Conduct, NowhereConduct } from "../../faults/build/conduct.ts";
import type { Scene } from "../../faults/build/scene.ts";
import { listen } from "./listen.ts";
import type { ListenOptions, LiveServer } from "./live-server.ts";
import { opensslBalks } from "./openssl-balks.ts";
import { serveNowhere } from "./serve-nowhere.ts";
import { starttlsServer } from "./starttls-server.ts";
import { tlsServer } from "./tls-server.ts";
import { breakingServer, type WireServerOptions, wireServer } from "./wire-server.ts";

export interface ServeSceneOptions extends ListenOptions {
  /** What a client reads that gets in. Plain text. */
  readonly page?: string;
  /** The clock by which client certificates are judged. */
  readonly now?: () => Date;
}

/** Puts a scene on the wire, its fault and all. @throws PkiError ERR_LISTEN */
export function serveScene(scene: Scene, options: ServeSceneOptions = {}): Promise<LiveServer> {
  const { conduct } = scene;
  if (conduct.kind === "nowhere") return serveNowhere(conduct, options);
  const { page = "the lab of rootcause\n", now = () => new Date() } = options;
  return listen(serverOf(scene, conduct, { page, now }), options);
}

function serverOf(scene: Scene, conduct: Exclude<Conduct, NowhereConduct>, options: WireServerOptions): Server {
  switch (conduct.kind) {
    case "breaks-off":
      return breakingServer(scene, conduct);
    case "plain":
      return conduct.protocol === "http"
        ? createHttpServer(answerWith(options.page))
        : starttlsServer(conduct.protocol, scene);
    default:
      return opensslServer(scene, options.page) ?? wireServer(scene, options);
  }
}

/** None where OpenSSL would not do as the scene says. It has its own say about clients with a certificate, so it is not asked about those. */
function opensslServer(scene: Scene, page: string): Server | undefined {
  const { server, demand, client } = scene;
  const judgesClients = demand !== undefined && client.identity !== undefined;
  if (judgesClients || opensslBalks(server)) return undefined;
  const http = createHttpServer(answerWith(page));
  return tlsServer(scene, (socket) => http.emit("connection", socket))?.once("close", () => http.close());
}

function answerWith(page: string): RequestListener {
  return (_request, response) => {
    response.setHeader("Content-Type", "text/plain; charset=utf-8").setHeader("Connection", "close").end(page);
  };
}
