import { constants } from "node:crypto";
import { once } from "node:events";
import { isIP } from "node:net";
import { type ConnectionOptions, connect, type TLSSocket, type TLSSocketOptions } from "node:tls";
import { PkiError } from "../../errors/pki-error.ts";
import { type ConnectionFault, connectionFault, HANDSHAKE_TIMEOUT, isNoTls } from "./connection-fault.ts";
import { type HostAddress, hostAddressText, reachableHost } from "./host-address.ts";
import { plainProtocol } from "./plain-protocol.ts";
import { sentChain } from "./sent-chain.ts";

/** For a connection and its handshake, each. Milliseconds. */
const TIMEOUT_MS = 10_000;

const anything: ConnectionOptions & Pick<TLSSocketOptions, "requestOCSP"> = {
  rejectUnauthorized: false,
  requestOCSP: true,
  minVersion: "TLSv1",
  ciphers: "DEFAULT:@SECLEVEL=0",
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
};

export interface ReadHostOptions {
  /** The host name to ask for (SNI, RFC 6066 section 3); that of the address unless told. */
  readonly serverName?: string | undefined;
  /** How long the connection may take, and after it the handshake. Milliseconds. */
  readonly timeoutMs?: number;
}

/** What a TLS server showed. */
export interface HostAnswer {
  readonly host: string;
  readonly port: number;
  /** The host name that was asked for, if any. */
  readonly serverName: string | undefined;
  /** Such as `TLSv1.3`. */
  readonly protocol: string;
  /** In the words of OpenSSL. */
  readonly cipher: string;
  /** DER, as sent: the leaf first, the others in whatever order. */
  readonly certificates: readonly Uint8Array[];
  /** The OCSP response that came stapled (RFC 6066 section 8). DER. */
  readonly staple: Uint8Array | undefined;
}

/**
 * Shakes hands with a TLS server and takes what it shows, good or bad: nothing is verified here, and weak algorithms and old protocols are
 * no obstacle to looking. @throws PkiError ERR_HOST, ERR_HOST_FAULT
 */
export async function readHost(address: HostAddress, options: ReadHostOptions = {}): Promise<HostAnswer> {
  const { host, port } = address;
  const { serverName = isIP(host) === 0 ? host.replace(/\.$/, "") : undefined, timeoutMs = TIMEOUT_MS } = options;
  let staple: Uint8Array | undefined;
  const socket = connect({ ...anything, host: reachableHost(address), port, servername: serverName ?? "" });
  socket.on("OCSPResponse", (response: Buffer | null) => {
    if (response !== null && response.length > 0) staple = response;
  });
  try {
    await shakeHands(socket, timeoutMs);
    const certificates = sentChain(socket);
    if (certificates.length === 0) throw new Error("it shows no certificate");
    const protocol = socket.getProtocol() ?? "unknown";
    return { host, port, serverName, protocol, cipher: socket.getCipher().name, certificates, staple };
  } catch (error) {
    throw hostError(address, isNoTls(error) ? await plainProtocol(address) : connectionFault(error), error);
  } finally {
    socket.destroy();
  }
}

async function shakeHands(socket: TLSSocket, timeoutMs: number): Promise<void> {
  const giveUp = (code: string) => socket.destroy(Object.assign(new Error(code), { code }));
  let timer = setTimeout(giveUp, timeoutMs, "ETIMEDOUT");
  socket.once("connect", () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, timeoutMs, HANDSHAKE_TIMEOUT);
  });
  try {
    await once(socket, "secureConnect");
  } finally {
    clearTimeout(timer);
  }
}

function hostError(address: HostAddress, { fault, detail }: ConnectionFault, cause: unknown): PkiError {
  const facts = { address: hostAddressText(address), detail };
  return fault === undefined
    ? new PkiError("ERR_HOST", facts, { cause })
    : new PkiError("ERR_HOST_FAULT", { ...facts, fault }, { cause });
}
