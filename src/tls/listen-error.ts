import { PkiError } from "../errors/pki-error.ts";

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there",
  EACCES: "ports below 1024 are for root",
  EADDRNOTAVAIL: "this machine has no such address",
  ENOTFOUND: "no such name",
};

/** Why a server could not listen, in words. */
export function listenError(host: string, port: number, error: unknown): PkiError {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return new PkiError("ERR_LISTEN", { address: `${host}:${port}`, reason: reasons[code] ?? message }, { cause: error });
}
