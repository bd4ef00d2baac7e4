import { readLenientHeader } from "../../asn1/lenient-header.ts";
import { DerReader, derError } from "../../asn1/reader.ts";
import { type EntryFields, walkEntry } from "../../x509/revoked-certificate.ts";

/** An entry takes some 40 octets, and one with every extension some hundreds. Octets. */
const MAX_ENTRY_BYTES = 65_536;

/** The entries of a list, one after another, as they come from a file. What `visit` gets is good until it returns. @throws PkiError ERR_DER */
export async function walkEntries(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  visit: (entry: EntryFields) => void,
): Promise<void> {
  let rest: Uint8Array = new Uint8Array();
  let offset = 0;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = endOfWholeEntries(bytes);
    const reader = DerReader.of(bytes.subarray(0, end), { maxBytes: Number.POSITIVE_INFINITY });
    while (!reader.atEnd) visit(walkEntry(reader));
    rest = Uint8Array.from(bytes.subarray(end)); // the next piece may come in the same memory
    offset += end;
    if (rest.length > MAX_ENTRY_BYTES) break;
  }
  if (rest.length > 0) throw derError(offset, "a revoked certificate", `${rest.length} octets that are none`);
}

function endOfWholeEntries(bytes: Uint8Array): number {
  let end = 0;
  while (end < bytes.length) {
    const header = readLenientHeader(bytes, end, bytes.length);
    if (header.problem !== undefined) break; // cut off, or not DER: then no more octets make it better
    end = header.end;
  }
  return end;
}
