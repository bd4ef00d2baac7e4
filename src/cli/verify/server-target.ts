import { isIP } from "node:net";
import { type HostAddress, hostAddressText } from "../../tls/host/host-address.ts";
import { readHost } from "../../tls/host/read-host.ts";
import type { Target } from "./target.ts";

/** What a server shows when it is asked for the first host name among these, or else for its own. @throws PkiError ERR_HOST, ERR_HOST_FAULT */
export async function readServer(address: HostAddress, names: readonly string[]): Promise<Target> {
  const asked = names.find((name) => isIP(name) === 0 && !/[@:]/.test(name));
  const { certificates, staple, serverName, protocol, cipher } = await readHost(address, { serverName: asked });
  const server = {
    address: hostAddressText(address),
    ...(serverName !== undefined && { serverName }),
    protocol,
    cipher,
    stapled: staple !== undefined,
  };
  return {
    certificates,
    names: names.length > 0 ? names : [address.host.replace(/%.*$/, "")], // a zone is no part of a name
    staples: staple === undefined ? [] : [staple],
    server,
  };
}
