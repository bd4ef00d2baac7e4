import { type ConnectionOptions, connect, type TLSSocket, type TLSSocketOptions } from "node:tls";
import { serveWire } from "../../../src/tls/wire/serve-wire.ts";
import type { WireOutcome } from "../../../src/tls/wire/wire-outcome.ts";
import type { WirePlan } from "../../../src/tls/wire/wire-script.ts";
import { meet } from "../loopback.ts";

export type ClientOptions = ConnectionOptions & Pick<TLSSocketOptions, "requestOCSP">;

/** What Node saw of one connection. */
export interface Visit {
  readonly code: string | undefined;
  readonly message: string;
  readonly answer: string;
  /** Empty when the handshake did not end well. */
  readonly cipher: string;
  readonly group: string | undefined;
  readonly alpn: string | false | null;
  readonly staple: Buffer | undefined;
}

export interface Meeting {
  readonly visit: Visit;
  readonly outcome: WireOutcome;
}

/** Node's TLS client asks a scripted server for `/`. */
export async function visit(
  plan: WirePlan,
  options: ClientOptions = {},
  prepare: (socket: TLSSocket) => void = () => {},
): Promise<Meeting> {
  const { seen, outcome } = await meet(
    (socket) => serveWire(socket, plan, { timeoutMs: 10_000 }),
    ({ port }) => ask(port, options, prepare),
  );
  return { visit: seen, outcome };
}

async function ask(port: number, options: ClientOptions, prepare: (socket: TLSSocket) => void): Promise<Visit> {
  const socket = connect({ host: "127.0.0.1", port, servername: "localhost", ...options });
  prepare(socket);
  let error: NodeJS.ErrnoException | undefined;
  let answer = "";
  let staple: Buffer | undefined;
  let agreed = { cipher: "", group: undefined as string | undefined };
  socket.on("error", (reason) => {
    error = reason;
  });
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("OCSPResponse", (response) => {
    staple = response;
  });
  socket.on("secureConnect", () => {
    const { name } = socket.getEphemeralKeyInfo() as { name?: string };
    agreed = { cipher: socket.getCipher().name, group: name };
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  });
  await new Promise((resolve) => socket.once("close", resolve));
  return { code: error?.code, message: error?.message ?? "", answer, ...agreed, alpn: socket.alpnProtocol, staple };
}
