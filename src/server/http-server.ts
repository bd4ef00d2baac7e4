import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { listenError } from "../tls/listen-error.ts";

/** What one client may take: time for a whole request, and with all others the number of connections. */
export interface HttpLimits {
  readonly requestTimeoutMs: number;
  readonly maxConnections: number;
}

export interface ListenOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly limits?: HttpLimits;
}

const usualLimits: HttpLimits = { requestTimeoutMs: 10_000, maxConnections: 4096 };
/** How often Node looks for requests that took too long. Milliseconds. */
const TIMEOUT_CHECK_MS = 500;
/** How long answers under way may take when the server stops. Milliseconds. */
const GRACE_MS = 2000;

/** An HTTP server that bounds what its clients can take from it. */
export class HttpServer {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** @throws PkiError ERR_LISTEN */
  static async start(listener: RequestListener, options: ListenOptions): Promise<HttpServer> {
    const { host, port, limits = usualLimits } = options;
    const { requestTimeoutMs: requestTimeout, maxConnections } = limits;
    const timing = { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: TIMEOUT_CHECK_MS };
    const server = createServer(timing, listener);
    server.maxConnections = maxConnections;
    try {
      await once(server.listen(port, host), "listening");
    } catch (error) {
      throw listenError(host, port, error);
    }
    return new HttpServer(server);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Where it listens, such as `http://127.0.0.1:8080`. */
  get url(): string {
    const { address, port } = this.#server.address() as AddressInfo;
    return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
  }

  /** Takes no more connections, lets answers under way finish for a moment, and then hangs up. */
  async stop(): Promise<void> {
    const hangUp = setTimeout(() => this.#server.closeAllConnections(), GRACE_MS);
    this.#server.close();
    this.#server.closeIdleConnections();
    await once(this.#server, "close");
    clearTimeout(hangUp);
  }
}
