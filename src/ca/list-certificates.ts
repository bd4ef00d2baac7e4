import type { CertificateRecord } from "../store/certificate-record.ts";
import type { CaContext } from "./context.ts";

const DAY_MS = 86_400_000;

export interface ListOptions {
  /** The id of an authority. */
  readonly authority?: string | undefined;
  readonly profile?: string | undefined;
  readonly revoked?: boolean | undefined;
  /** A glob over names and subject, such as `*.example.test`. */
  readonly name?: string | undefined;
  /** Only those that are valid now and expire within so many days. */
  readonly expiringWithinDays?: number | undefined;
}

/** The inventory, in the order of issuance, streamed. */
export function listCertificates(
  { store, now }: CaContext,
  options: ListOptions = {},
): AsyncIterable<CertificateRecord> {
  const { expiringWithinDays, ...filter } = options;
  if (expiringWithinDays === undefined) return store.list(filter);
  const from = now();
  const until = new Date(from.getTime() + expiringWithinDays * DAY_MS);
  return store.list({ ...filter, notExpiredAt: from.toISOString(), expiresBefore: until.toISOString() });
}
