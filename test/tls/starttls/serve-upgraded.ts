import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { ServerTls } from "../../../src/testing.ts";
import type { Prologue } from "../../../src/tls/starttls/prologue.ts";
import { servePrologue } from "../../../src/tls/starttls/serve-prologue.ts";

/** How the lab serves: the prologue, then node:tls on the same socket. True when a handshake was completed. */
export async function serveUpgraded(
  socket: Socket,
  prologue: Prologue,
  identity: ServerTls,
  afterwards: (secured: TLSSocket) => void = (secured) => secured.end(),
): Promise<boolean> {
  if (!(await servePrologue(socket, prologue))) return false;
  const secured = new TLSSocket(socket, { isServer: true, ...identity });
  let done = false;
  secured.on("error", () => {});
  secured.once("secure", () => {
    done = true;
    afterwards(secured);
  });
  await new Promise((resolve) => secured.once("close", resolve));
  return done;
}
