import type { CipherSuite } from "./cipher-suites.ts";
import type { ClientHello } from "./client-hello.ts";
import { EXTENSION } from "./client-hello-extensions.ts";
import { uint, vector } from "./octets.ts";
import { TLS12 } from "./versions.ts";

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV. @see RFC 5746 section 3.3 */
const RENEGOTIATION_SCSV = 0x00ff;

/** No session can be resumed, so its identifier is empty. @see RFC 5246 section 7.4.1.3 */
export function serverHello(hello: ClientHello, random: Uint8Array, suite: CipherSuite, stapled: boolean): Uint8Array {
  const extensions = vector(2, ...answers(hello, stapled));
  return Buffer.concat([uint(2, TLS12), random, vector(1), uint(2, suite.code), uint(1, 0), extensions]);
}

/** Only what the client offered is answered. @see RFC 5246 section 7.4.1.4 */
function answers({ extensions, cipherSuites, alpn }: ClientHello, stapled: boolean): Uint8Array[] {
  const answered: Uint8Array[] = [];
  const answer = (type: number, content: Uint8Array = new Uint8Array()): void => {
    answered.push(uint(2, type), vector(2, content));
  };
  const echo = (type: number, content?: Uint8Array): void => {
    if (extensions.has(type)) answer(type, content);
  };
  // RFC 5746 section 3.6: a first handshake has nothing to bind to.
  if (extensions.has(EXTENSION.renegotiationInfo) || cipherSuites.includes(RENEGOTIATION_SCSV))
    answer(EXTENSION.renegotiationInfo, vector(1));
  echo(EXTENSION.serverName); // RFC 6066 section 3
  echo(EXTENSION.ecPointFormats, vector(1, uint(1, 0))); // uncompressed: RFC 8422 section 5.1.2
  echo(EXTENSION.extendedMasterSecret); // RFC 7627 section 5.1
  if (alpn?.includes("http/1.1")) answer(EXTENSION.alpn, vector(2, vector(1, Buffer.from("http/1.1", "latin1")))); // RFC 7301 section 3.1
  if (stapled) answer(EXTENSION.statusRequest); // RFC 6066 section 8
  return answered;
}
