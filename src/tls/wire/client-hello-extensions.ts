import { asBuffer } from "../../asn1/bytes.ts";
import { OctetReader } from "./octet-reader.ts";
import { ALERT, TlsAlert } from "./tls-alert.ts";

/** Extension types that are read or answered here. @see the IANA registry "TLS ExtensionType Values" */
export const EXTENSION = {
  serverName: 0,
  statusRequest: 5,
  supportedGroups: 10,
  ecPointFormats: 11,
  signatureAlgorithms: 13,
  alpn: 16,
  extendedMasterSecret: 23,
  supportedVersions: 43,
  renegotiationInfo: 0xff01,
} as const;

export interface HelloExtensions {
  /** All of them as they came, by type, in their order. */
  readonly extensions: ReadonlyMap<number, Uint8Array>;
  /** The DNS name that the client asks for (SNI). */
  readonly serverName: string | undefined;
  readonly supportedVersions: readonly number[] | undefined;
  readonly groups: readonly number[] | undefined;
  readonly signatureSchemes: readonly number[] | undefined;
  readonly alpn: readonly string[] | undefined;
}

/** @throws TlsAlert decode_error, or illegal_parameter for two extensions of one type (RFC 5246 section 7.4.1.4) */
export function readHelloExtensions(hello: OctetReader): HelloExtensions {
  const extensions = new Map<number, Uint8Array>();
  // Hellos older than extensions simply end.
  const entries = hello.atEnd ? [] : hello.list(2, (items) => [items.uint(2), items.vector(2)] as const);
  for (const [type, content] of entries) {
    if (extensions.has(type)) throw new TlsAlert(ALERT.illegalParameter, `ClientHello: extension ${type} twice`);
    extensions.set(type, content);
  }
  const read = <T>(type: number, name: string, parse: (reader: OctetReader) => T): T | undefined => {
    const content = extensions.get(type);
    if (content === undefined) return undefined;
    const reader = new OctetReader(content, name);
    const value = parse(reader);
    reader.end();
    return value;
  };
  const numbers = (reader: OctetReader): number[] => reader.list(2, (items) => items.uint(2), 1);
  return {
    extensions,
    serverName: read(EXTENSION.serverName, "server_name", serverName),
    supportedVersions: read(EXTENSION.supportedVersions, "supported_versions", (reader) =>
      reader.list(1, (items) => items.uint(2), 1),
    ),
    groups: read(EXTENSION.supportedGroups, "supported_groups", numbers),
    signatureSchemes: read(EXTENSION.signatureAlgorithms, "signature_algorithms", numbers),
    alpn: read(EXTENSION.alpn, "application_layer_protocol_negotiation", (reader) =>
      reader.list(2, (items) => ascii(items.vector(1)), 1),
    ),
  };
}

/** RFC 6066 section 3: a list of names of different types, of which only host_name (0) was ever defined. */
function serverName(reader: OctetReader): string | undefined {
  const names = reader.list(2, (items) => [items.uint(1), ascii(items.vector(2))] as const, 1);
  return names.find(([type]) => type === 0)?.[1];
}

function ascii(octets: Uint8Array): string {
  return asBuffer(octets).toString("latin1");
}
