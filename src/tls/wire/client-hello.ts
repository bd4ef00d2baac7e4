import { type HelloExtensions, readHelloExtensions } from "./client-hello-extensions.ts";
import { OctetReader } from "./octet-reader.ts";

/** What a client offers first. Numbers are those of the IANA registries, also the unknown and the reserved (GREASE) ones. */
export interface ClientHello extends HelloExtensions {
  /** At most TLS 1.2 (0x0303): newer versions stand in `supportedVersions`. */
  readonly legacyVersion: number;
  readonly random: Uint8Array;
  readonly sessionId: Uint8Array;
  readonly cipherSuites: readonly number[];
  readonly compressionMethods: readonly number[];
}

/**
 * Reads the body of a ClientHello message of any version from SSL 3.0 to TLS 1.3.
 * @throws TlsAlert decode_error or illegal_parameter
 * @see RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2
 */
export function parseClientHello(body: Uint8Array): ClientHello {
  const reader = new OctetReader(body, "ClientHello");
  const legacyVersion = reader.uint(2);
  const random = reader.take(32);
  const sessionId = reader.vector(1);
  if (sessionId.length > 32) throw reader.error(`a session_id of ${sessionId.length} octets`);
  const cipherSuites = reader.list(2, (suites) => suites.uint(2), 1);
  const compressionMethods = reader.list(1, (methods) => methods.uint(1), 1);
  const extensions = readHelloExtensions(reader);
  reader.end();
  return { legacyVersion, random, sessionId, cipherSuites, compressionMethods, ...extensions };
}

/** True when the client would speak this version. @see RFC 8446 section 4.2.1 */
export function offersVersion({ supportedVersions, legacyVersion }: ClientHello, version: number): boolean {
  return supportedVersions?.includes(version) ?? legacyVersion >= version;
}
