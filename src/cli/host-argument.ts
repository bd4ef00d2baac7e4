import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { PkiError } from "../errors/pki-error.ts";
import { type HostAddress, parseHostAddress } from "../tls/host/host-address.ts";
import type { Context } from "./context.ts";

/** What can hardly be the name of a file. */
const hostForm = /^(?:[a-z0-9_.-]*|\[[^\]/]*\]):[0-9]+$/i;

/**
 * The server that an argument names, such as `localhost:443`; undefined for a file, also for one that is called like a server.
 * @throws PkiError ERR_USAGE where the host or the port cannot be
 */
export function hostArgument({ cwd }: Context, argument: string): HostAddress | undefined {
  const address = parseHostAddress(argument);
  if (existsSync(resolve(cwd, argument))) return undefined;
  if (address !== undefined || !hostForm.test(argument)) return address;
  throw new PkiError("ERR_USAGE", {
    problem: `${argument} is neither a file nor a server`,
    advice: "write a server as HOST:PORT, with a host and with a port from 1 to 65535",
  });
}
