import { PublicKey } from "../../keys/public-key.ts";
import { Certificate } from "../../x509/certificate.ts";
import type { HandshakeStream } from "./handshake-stream.ts";
import { OctetReader } from "./octet-reader.ts";
import { signatureSchemes, verifyWith } from "./signature-schemes.ts";
import { ALERT, TlsAlert } from "./tls-alert.ts";
import type { WireSeen } from "./wire-outcome.ts";
import type { ClientCertificateDemand } from "./wire-script.ts";

/**
 * Reads the client's Certificate and lets the script judge it at once: before the client has proved that it holds the key, as OpenSSL does.
 * @throws TlsAlert handshake_failure when none came and one is required (RFC 5246 section 7.4.6), or what the judge says
 */
export async function receiveClientChain(
  messages: HandshakeStream,
  { required, judge }: ClientCertificateDemand,
  seen: WireSeen,
): Promise<readonly Uint8Array[]> {
  const reader = new OctetReader(await messages.receive("certificate"), "Certificate");
  const chain = reader.list(3, (certificates) => certificates.vector(3));
  reader.end();
  seen.clientChain = chain;
  if (chain.length === 0) {
    if (required) throw new TlsAlert(ALERT.handshakeFailure, "the client sent no certificate");
    return chain;
  }
  const alert = judge(chain);
  if (alert !== undefined) throw new TlsAlert(alert, "the client's certificate was refused");
  return chain;
}

/** The client proves that it holds the key of its leaf. @throws TlsAlert @see RFC 5246 section 7.4.8 */
export async function receiveCertificateVerify(messages: HandshakeStream, leaf: Uint8Array): Promise<void> {
  const signed = messages.transcript;
  const reader = new OctetReader(await messages.receive("certificateVerify"), "CertificateVerify");
  const code = reader.uint(2);
  const signature = reader.vector(2);
  reader.end();
  const scheme = signatureSchemes.find((row) => row.code === code);
  if (scheme === undefined) throw new TlsAlert(ALERT.illegalParameter, `signature scheme ${code} was not offered`);
  const { keyObject } = publicKeyOf(leaf);
  if (!verifyWith(scheme, keyObject, signed, signature))
    throw new TlsAlert(ALERT.decryptError, "the client's signature is wrong");
}

function publicKeyOf(leaf: Uint8Array): PublicKey {
  try {
    return PublicKey.fromSpki(Certificate.parse(leaf).spkiDer);
  } catch (error) {
    throw new TlsAlert(ALERT.badCertificate, (error as Error).message);
  }
}
