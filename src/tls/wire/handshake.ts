import { randomBytes } from "node:crypto";
import { equalBytes } from "../../asn1/bytes.ts";
import { receiveCertificateVerify, receiveClientChain } from "./client-authentication.ts";
import { parseClientHello } from "./client-hello.ts";
import { EXTENSION } from "./client-hello-extensions.ts";
import type { KeyShare } from "./groups.ts";
import { HandshakeStream } from "./handshake-stream.ts";
import { interruptAt } from "./interruption.ts";
import { negotiate } from "./negotiate.ts";
import { OctetReader } from "./octet-reader.ts";
import type { RecordStream } from "./record-stream.ts";
import { sendServerFlight } from "./server-flight.ts";
import { SessionKeys } from "./session-keys.ts";
import { ALERT, TlsAlert } from "./tls-alert.ts";
import type { WireSeen } from "./wire-outcome.ts";
import type { WirePlan, WireScript } from "./wire-script.ts";

/**
 * The server's side of a full TLS 1.2 handshake with ECDHE; afterwards both directions are protected.
 * @returns the script that the client got.
 * @throws TlsAlert, PeerAlert, PeerGone, Interrupted
 * @see RFC 5246 section 7.3, RFC 8422 section 2
 */
export async function handshake(records: RecordStream, plan: WirePlan, seen: WireSeen): Promise<WireScript> {
  const messages = new HandshakeStream(records);
  const hello = parseClientHello(await messages.receive("clientHello"));
  seen.hello = hello;
  const script = typeof plan === "function" ? plan(hello) : plan;
  interruptAt("client-hello", script);

  const agreement = negotiate(hello, script.key.keyObject);
  const { suite, group } = agreement;
  const serverRandom = randomBytes(32);
  const share = group.newKeyShare();
  sendServerFlight(messages, script, hello, agreement, serverRandom, share.publicOctets);
  interruptAt("server-hello-done", script);

  const { clientCertificate } = script;
  const [leaf] = clientCertificate ? await receiveClientChain(messages, clientCertificate, seen) : [];
  const premaster = await receiveKeyExchange(messages, share);
  const bound = hello.extensions.has(EXTENSION.extendedMasterSecret);
  const sessionHash = bound ? messages.transcriptHash(suite.hash) : undefined;
  const keys = new SessionKeys(suite, { premaster, clientRandom: hello.random, serverRandom, sessionHash });
  if (leaf !== undefined) await receiveCertificateVerify(messages, leaf);

  await messages.receiveChangeCipherSpec();
  records.protectReading(keys.clientWrites);
  const expected = keys.verifyData("client", messages.transcriptHash(suite.hash));
  if (!equalBytes(await messages.receive("finished"), expected))
    throw new TlsAlert(ALERT.decryptError, "the client's Finished is wrong");
  interruptAt("client-finished", script);

  messages.sendChangeCipherSpec();
  records.protectWriting(keys.serverWrites);
  messages.send("finished", keys.verifyData("server", messages.transcriptHash(suite.hash)));
  return script;
}

/** ClientKeyExchange: the client's point. @see RFC 8422 section 5.7 */
async function receiveKeyExchange(messages: HandshakeStream, share: KeyShare): Promise<Uint8Array> {
  const reader = new OctetReader(await messages.receive("clientKeyExchange"), "ClientKeyExchange");
  const point = reader.vector(1);
  reader.end();
  try {
    return share.secretWith(point);
  } catch {
    throw new TlsAlert(ALERT.illegalParameter, "ClientKeyExchange: not a point of the group");
  }
}
