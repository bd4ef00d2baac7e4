import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { PkiError } from "../errors/pki-error.ts";
import type { Context } from "./context.ts";

const HOST_AND_PORT = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+):\d{1,5}$/i;

/** Refuses `HOST:PORT` where only files are read, and says how to come by a file. @throws PkiError ERR_USAGE */
export function refuseServer({ cwd }: Context, argument: string, command: string): void {
  if (!HOST_AND_PORT.test(argument) || existsSync(resolve(cwd, argument))) return;
  const problem = `${argument} is a server, and ${command} reads files`;
  const advice = `\`openssl s_client -connect ${argument} -showcerts </dev/null | rootcause ${command} -\` takes what it sends`;
  throw new PkiError("ERR_USAGE", { problem, advice });
}
