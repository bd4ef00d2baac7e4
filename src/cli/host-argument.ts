import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type HostAddress, parseHostAddress } from "../tls/host/host-address.ts";
import type { Context } from "./context.ts";

/** The server that an argument names, such as `localhost:443`; undefined for a file, also for one that is called like a server. */
export function hostArgument({ cwd }: Context, argument: string): HostAddress | undefined {
  const address = parseHostAddress(argument);
  return address === undefined || existsSync(resolve(cwd, argument)) ? undefined : address;
}
