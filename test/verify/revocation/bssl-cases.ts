import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

const file = new URL("../../../../shared/data/bssl-revocation.dev.vcases.br", import.meta.url);

/** One certificate, its bare issuer, and one CRL or OCSP response. */
export interface BsslCase {
  readonly id: string;
  readonly expected: "accept" | "reject";
  readonly bucket: string;
  readonly at: Date;
  readonly trusted: readonly Uint8Array[];
  readonly leaf: Uint8Array;
  readonly crls: readonly Uint8Array[];
  readonly responses: readonly Uint8Array[];
}

interface Header {
  readonly format: string;
  readonly lens: readonly number[];
  readonly cases: readonly {
    readonly id: string;
    readonly x: "accept" | "reject";
    readonly bucket: string;
    readonly t: string;
    readonly tr: readonly number[];
    readonly leaf: number;
    readonly crl?: readonly number[];
    readonly ocsp?: readonly number[];
  }[];
}

/** The cases of BoringSSL's CRL and OCSP tests; undefined where the shared data is not there. */
export function bsslRevocationCases(): readonly BsslCase[] | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = brotliDecompressSync(readFileSync(file));
  const headerEnd = 4 + bytes.readUInt32BE(0);
  const { format, lens, cases } = JSON.parse(bytes.toString("utf8", 4, headerEnd)) as Header;
  if (format !== "vcases/1") throw new Error(`unknown format ${format}`);
  let offset = headerEnd;
  const blobs = lens.map((length) => {
    offset += length;
    return Uint8Array.from(bytes.subarray(offset - length, offset));
  });
  const pick = (places: readonly number[] = []) => places.map((place) => blobs[place] as Uint8Array);
  return cases.map(({ id, x, bucket, t, tr, leaf, crl, ocsp }) => ({
    id,
    expected: x,
    bucket,
    at: new Date(t),
    trusted: pick(tr),
    leaf: blobs[leaf] as Uint8Array,
    crls: pick(crl),
    responses: pick(ocsp),
  }));
}
