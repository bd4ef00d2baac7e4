import { createServer, type Server } from "node:net";
import type { BreakingConduct } from "../../faults/build/conduct.ts";
import type { ClientDemand, Scene } from "../../faults/build/scene.ts";
import { serveWire } from "../../tls/wire/serve-wire.ts";
import type { ClientCertificateDemand, WirePlan } from "../../tls/wire/wire-script.ts";
import { judgeClient } from "./judge-client.ts";

export interface WireServerOptions {
  readonly page: string;
  readonly now: () => Date;
}

/** A TLS 1.2 server that says what OpenSSL will not: any certificates with any key, and an alert for each thing wrong with a client's. */
export function wireServer({ server, demand, ocsp }: Scene, { page, now }: WireServerOptions): Server {
  const [staple] = ocsp;
  return scripted({
    chain: server.chain.map(({ der }) => der),
    key: server.key,
    body: page,
    ...(staple && { staple }),
    ...(demand && { clientCertificate: clientsOf(demand, now) }),
  });
}

/** A server that reads the hello and then breaks off. Where it does so by an alert, the name asked for can choose another: `alert-86.…`. */
export function breakingServer({ server: { key } }: Scene, { by }: BreakingConduct): Server {
  return scripted(({ serverName = "" }) => {
    const chosen = typeof by === "number" ? alertIn(serverName) : undefined;
    return { chain: [], key, interrupt: { at: "client-hello", by: chosen ?? by } };
  });
}

/** The number of an alert (RFC 8446 section 6: one octet) in a server name. */
function alertIn(serverName: string): number | undefined {
  const [, digits] = /^alert-(\d{1,3})\./.exec(serverName) ?? [];
  return digits !== undefined && Number(digits) <= 255 ? Number(digits) : undefined;
}

function scripted(plan: WirePlan): Server {
  return createServer((socket) => void serveWire(socket, plan));
}

function clientsOf(demand: ClientDemand, now: () => Date): ClientCertificateDemand {
  return {
    required: true,
    authorities: demand.trust.map(({ name }) => name.der),
    judge: (chain) => judgeClient(chain, demand, now()),
  };
}
