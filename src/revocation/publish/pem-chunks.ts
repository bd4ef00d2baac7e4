/** Octets on a line of PEM: 64 characters (RFC 7468 section 2). */
const LINE_OCTETS = 48;

/** The PEM text of a CRL whose DER comes in pieces. */
export async function* pemChunks(der: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield Buffer.from("-----BEGIN X509 CRL-----\n");
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of der) {
    const bytes = Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % LINE_OCTETS);
    yield linesOf(bytes.subarray(0, whole));
    rest = bytes.subarray(whole);
  }
  yield linesOf(Buffer.from(rest));
  yield Buffer.from("-----END X509 CRL-----\n");
}

function linesOf(bytes: Buffer): Uint8Array {
  return Buffer.from(bytes.toString("base64").replace(/.{1,64}/g, "$&\n"));
}
