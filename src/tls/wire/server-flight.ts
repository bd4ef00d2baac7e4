import type { ClientHello } from "./client-hello.ts";
import { EXTENSION } from "./client-hello-extensions.ts";
import type { HandshakeStream } from "./handshake-stream.ts";
import type { Agreement } from "./negotiate.ts";
import { uint, vector } from "./octets.ts";
import { serverHello } from "./server-hello.ts";
import { signatureSchemes, signWith } from "./signature-schemes.ts";
import type { ClientCertificateDemand, WireScript } from "./wire-script.ts";

/** ECCurveType named_curve. @see RFC 8422 section 5.4 */
const NAMED_CURVE = 3;
/** CertificateStatusType ocsp. @see RFC 6066 section 8 */
const OCSP = 1;
/** ClientCertificateType. @see RFC 5246 section 7.4.4, RFC 8422 section 5.5 */
const RSA_SIGN = 1;
const ECDSA_SIGN = 64;

/** From ServerHello to ServerHelloDone. @see RFC 5246 section 7.3 */
export function sendServerFlight(
  messages: HandshakeStream,
  script: WireScript,
  hello: ClientHello,
  agreement: Agreement,
  random: Uint8Array,
  publicOctets: Uint8Array,
): void {
  const staple = hello.extensions.has(EXTENSION.statusRequest) ? script.staple : undefined;
  messages.send("serverHello", serverHello(hello, random, agreement.suite, staple !== undefined));
  messages.send("certificate", vector(3, ...script.chain.map((certificate) => vector(3, certificate))));
  if (staple !== undefined) messages.send("certificateStatus", uint(1, OCSP), vector(3, staple));
  messages.send("serverKeyExchange", ...keyExchange(script, hello, agreement, random, publicOctets));
  if (script.clientCertificate !== undefined)
    messages.send("certificateRequest", ...certificateRequest(script.clientCertificate));
  messages.send("serverHelloDone");
}

/** The signature covers both randoms and the server's share. @see RFC 8422 section 5.4 */
function keyExchange(
  { key, corruptSignature }: WireScript,
  hello: ClientHello,
  { group, scheme }: Agreement,
  random: Uint8Array,
  publicOctets: Uint8Array,
): Uint8Array[] {
  const parameters = Buffer.concat([uint(1, NAMED_CURVE), uint(2, group.code), vector(1, publicOctets)]);
  const signature = signWith(scheme, key.keyObject, Buffer.concat([hello.random, random, parameters]));
  const sent = corruptSignature ? withLastBitFlipped(signature) : signature;
  return [parameters, uint(2, scheme.code), vector(2, sent)];
}

function withLastBitFlipped(octets: Uint8Array): Uint8Array {
  return octets.with(-1, (octets.at(-1) as number) ^ 1);
}

/** @see RFC 5246 section 7.4.4 */
function certificateRequest({ authorities }: ClientCertificateDemand): Uint8Array[] {
  return [
    vector(1, Uint8Array.of(ECDSA_SIGN, RSA_SIGN)),
    vector(2, ...signatureSchemes.map(({ code }) => uint(2, code))),
    vector(2, ...authorities.map((name) => vector(2, name))),
  ];
}
