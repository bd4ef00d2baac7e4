import { EventEmitter, once } from "node:events";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";

export interface HelloServerOptions {
  readonly key: string;
  readonly cert: string;
  /** The root of those who may call. */
  readonly ca: string;
}

/** An HTTPS server on loopback that asks its clients for a certificate and refuses those who show none of this CA. */
export class HelloServer {
  readonly #server: Server;
  readonly #sights: string[] = [];
  readonly #seen = new EventEmitter();

  private constructor(options: HelloServerOptions) {
    this.#server = createServer({ ...options, requestCert: true, rejectUnauthorized: true }, (request, response) => {
      const { subject } = (request.socket as TLSSocket).getPeerCertificate();
      response.setHeader("connection", "close").end(`hello ${subject.CN}\n`);
      this.#see(`accepted ${subject.CN}`);
    });
    this.#server.on("tlsClientError", (error) => this.#see(failureText(error)));
  }

  static async start(options: HelloServerOptions): Promise<HelloServer> {
    const hello = new HelloServer(options);
    hello.#server.listen(0, "127.0.0.1");
    await once(hello.#server, "listening");
    return hello;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** What it saw of the next connection. */
  async nextSight(): Promise<string> {
    if (this.#sights.length === 0) await once(this.#seen, "sight");
    return this.#sights.shift() as string;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  #see(sight: string): void {
    this.#sights.push(sight);
    this.#seen.emit("sight");
  }
}

/** A caller that goes away in the middle is no refusal; else OpenSSL's reason, such as `tlsv1 alert unknown ca`. */
function failureText({ code, reason, message }: NodeJS.ErrnoException & { readonly reason?: string }): string {
  return code === "ECONNRESET" ? "the caller hung up during the handshake" : `refused: ${reason ?? code ?? message}`;
}
