import { once } from "node:events";
import { connect } from "node:net";
import type { ConnectionFault } from "./connection-fault.ts";
import { type HostAddress, reachableHost } from "./host-address.ts";

/** How long a server may take to greet: mail servers do so at once. Milliseconds. */
const GREETING_MS = 1000;

/** What a server speaks that does not speak TLS: one that greets before it is asked wants STARTTLS, and any other is taken for HTTP. */
export async function plainProtocol(address: HostAddress): Promise<ConnectionFault> {
  const greeting = await firstLine(reachableHost(address), address.port);
  if (greeting === undefined) return { fault: "plain-http", detail: "it speaks no TLS, but plain HTTP or the like" };
  return { fault: "starttls-needed", detail: `it greets in plain text, and TLS begins after STARTTLS: "${greeting}"` };
}

async function firstLine(host: string, port: number): Promise<string | undefined> {
  const socket = connect({ host, port });
  try {
    const [chunk] = await once(socket, "data", { signal: AbortSignal.timeout(GREETING_MS) });
    return (chunk as Buffer)
      .toString("latin1")
      .split(/[\r\n]/, 1)[0]
      ?.slice(0, 80);
  } catch {
    return undefined; // silence
  } finally {
    socket.destroy();
  }
}
