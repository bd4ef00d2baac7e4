/** Of HTTPS, which is meant where none is told. */
const DEFAULT_PORT = 443;

const nameOrIpv4 = "[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_.])?";
const ipv6 = String.raw`\[[0-9a-f:.]+(?:%[^\]/]+)?\]`;
const withPort = new RegExp(`^(${ipv6}|${nameOrIpv4}):([0-9]{1,5})$`, "i");
const ipv6Alone = new RegExp(`^${ipv6}$`, "i");
const httpsUrl = new RegExp(`^https://(${ipv6}|${nameOrIpv4})(?::([0-9]{1,5}))?(?:[/?#]|$)`, "i");

/** A TLS server. */
export interface HostAddress {
  /** A name or an address, an IPv6 address without its brackets. */
  readonly host: string;
  readonly port: number;
}

/** Reads `HOST:PORT`, `[IPV6]:PORT`, `[IPV6]` and `https://HOST`; undefined for all else: `localhost` alone may be a file. */
export function parseHostAddress(text: string): HostAddress | undefined {
  const [, host, port = DEFAULT_PORT] = withPort.exec(text) ??
    httpsUrl.exec(text) ?? [undefined, ...(ipv6Alone.exec(text) ?? [])];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return undefined;
  return { host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
}

/** Where to connect for a host: names below localhost are the machine itself, whatever its resolver knows of them (RFC 6761 section 6.3). */
export function reachableHost({ host }: HostAddress): string {
  return /(?:^|\.)localhost\.?$/i.test(host) ? "localhost" : host;
}

/** `localhost:443`, `[::1]:443`. */
export function hostAddressText({ host, port }: HostAddress): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
