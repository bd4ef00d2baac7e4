import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import type { NowhereConduct } from "../../faults/build/conduct.ts";
import { listenError } from "../../tls/listen-error.ts";
import { listen } from "./listen.ts";
import type { ListenOptions, LiveServer } from "./live-server.ts";
import { neverAccepting } from "./never-accepting.ts";

const HTTPS = 443;
/** Takes the network away from a program, and with it the name server. Linux. */
const WITHOUT_NETWORK: readonly string[] = ["unshare", "--map-root-user", "--net"];

/** What to ask for so that nobody answers. */
export function serveNowhere({ why }: NowhereConduct, options: ListenOptions): Promise<LiveServer> {
  switch (why) {
    case "name-unknown":
      return elsewhere("nowhere.invalid"); // RFC 6761 section 6.4: no such name will ever be
    case "name-server-silent":
      return elsewhere("nowhere.invalid", WITHOUT_NETWORK);
    case "no-route":
      return elsewhere("255.255.255.255"); // RFC 919 section 7: everyone, to whom no TCP connection leads
    case "refused":
      return refusing(options);
    default:
      return neverAccepting(options);
  }
}

async function elsewhere(address: string, under?: readonly string[]): Promise<LiveServer> {
  return { address, name: address, port: HTTPS, ...(under && { under }), close: async () => {} };
}

/** A port that stays free of listeners, because the calling end of a connection holds it. */
async function refusing({ host = "127.0.0.1", port = 0 }: ListenOptions): Promise<LiveServer> {
  const other = await listen(createServer(), { host });
  const holder: Socket = connect({ port: other.port, host: other.address, localPort: port });
  try {
    await once(holder, "connect");
  } catch (error) {
    await other.close();
    throw listenError(host, port, error);
  }
  const close = async () => {
    holder.destroy();
    await other.close();
  };
  return { address: other.address, port: holder.localPort as number, close };
}
