import type { X509Certificate } from "node:crypto";
import type { TLSSocket } from "node:tls";

/** A handshake message holds 16 MB; who sends more certificates than this is not helping anybody. */
const MAX_SENT = 100;

/**
 * The certificates that the peer sent, in DER, exactly as sent: `issuerCertificate` is the next one of the message, whether it issued
 * anything or not, so order, surplus and duplicates are kept (seen with TLS 1.2 and 1.3 on Node 20.20 and 24). `getPeerCertificate(true)`
 * builds a path instead, and fills it from the trust list.
 */
export function sentChain(socket: TLSSocket): readonly Uint8Array[] {
  const sent: Uint8Array[] = [];
  let next: X509Certificate | undefined = socket.getPeerX509Certificate();
  while (next !== undefined && sent.length < MAX_SENT) {
    sent.push(next.raw);
    next = next.issuerCertificate;
  }
  return sent;
}
