import { PkiError } from "../../errors/pki-error.ts";

/** Each is a file that is written at every publication. */
const MAX_SHARDS = 4096;

/** The shard of a certificate: its serial number modulo the number of shards, which is a power of two. */
export function crlShardOf(serial: Uint8Array, of: number): number {
  const end = ((serial.at(-2) ?? 0) << 8) | (serial.at(-1) ?? 0);
  return end & (of - 1);
}

/** The URL of a shard. */
export function fillShard(template: string, shard: number): string {
  return template.replaceAll("{shard}", String(shard));
}

/** @throws PkiError ERR_CRL_SHARDS */
export function requireShards(of: number): void {
  if (Number.isInteger(of) && of >= 1 && of <= MAX_SHARDS && (of & (of - 1)) === 0) return;
  throw new PkiError("ERR_CRL_SHARDS", { shards: of, limit: MAX_SHARDS });
}
