import { OID } from "../../asn1/oids.ts";
import { octetString } from "../../asn1/writer.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";

/** A signed certificate timestamp (RFC 6962 section 3.2): a log's promise to publish the certificate. */
export interface SignedCertificateTimestamp {
  /** 0 is v1, the only one there is. */
  readonly version: number;
  /** SHA-256 of the log's key. */
  readonly logId: Uint8Array;
  readonly timestamp: Date;
  readonly extensions: Uint8Array;
  /** HashAlgorithm and SignatureAlgorithm of TLS 1.2 (RFC 5246 section 7.4.1.4.1). */
  readonly hashAlgorithm: number;
  readonly signatureAlgorithm: number;
  readonly signature: Uint8Array;
}

/** SignedCertificateTimestampList (RFC 6962 section 3.3), in the encoding of TLS inside an OCTET STRING. */
export const sctList: ExtensionCodec<readonly SignedCertificateTimestamp[]> = extensionCodec({
  oid: OID.sctList,
  name: "sctList",
  read: (reader) => {
    const list = new TlsReader(reader.octetString());
    const items = new TlsReader(list.opaque());
    list.end();
    const timestamps: SignedCertificateTimestamp[] = [];
    while (!items.atEnd) timestamps.push(readTimestamp(new TlsReader(items.opaque())));
    return timestamps;
  },
  write: (timestamps) =>
    octetString(opaque(Buffer.concat(timestamps.map((timestamp) => opaque(writeTimestamp(timestamp)))))),
});

function readTimestamp(reader: TlsReader): SignedCertificateTimestamp {
  const timestamp = {
    version: reader.take(1)[0] as number,
    logId: reader.take(32),
    timestamp: new Date(Number(Buffer.from(reader.take(8)).readBigUInt64BE())),
    extensions: reader.opaque(),
    hashAlgorithm: reader.take(1)[0] as number,
    signatureAlgorithm: reader.take(1)[0] as number,
    signature: reader.opaque(),
  };
  reader.end();
  return timestamp;
}

function writeTimestamp(it: SignedCertificateTimestamp): Uint8Array {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(it.timestamp.getTime()));
  return Buffer.concat([
    Uint8Array.of(it.version),
    it.logId,
    time,
    opaque(it.extensions),
    Uint8Array.of(it.hashAlgorithm, it.signatureAlgorithm),
    opaque(it.signature),
  ]);
}

/** `opaque<0..2^16-1>`: two length octets and the content. */
function opaque(content: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(content.length >> 8, content.length & 0xff), content]);
}

class TlsReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#offset === this.#bytes.length;
  }

  take(length: number): Uint8Array {
    if (this.#offset + length > this.#bytes.length) throw malformed(`it is cut off at octet ${this.#bytes.length}`);
    this.#offset += length;
    return this.#bytes.subarray(this.#offset - length, this.#offset);
  }

  opaque(): Uint8Array {
    const [high = 0, low = 0] = this.take(2);
    return this.take(high * 256 + low);
  }

  end(): void {
    if (!this.atEnd) throw malformed("octets follow its end");
  }
}

function malformed(why: string): PkiError {
  return new PkiError("ERR_EXTENSION", { name: "sctList", why });
}
