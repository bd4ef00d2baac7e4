import type { AuthorityUrlRecord } from "../../store/authority-record.ts";
import { fillShard } from "./crl-shard.ts";

/** One list among those that together speak of every certificate of an authority, and where it goes. */
export interface PlannedCrl {
  readonly kind: "complete" | "delta";
  /** When the lists are split: which part this is, of how many. */
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
  /** For its issuingDistributionPoint: the URLs by which certificates of this shard name it. */
  readonly distributionPoint?: readonly string[] | undefined;
  /** For freshestCRL: where the deltas of a complete list are. */
  readonly deltaUrls?: readonly string[] | undefined;
  /** The file, relative to the folder of what is published; the end of its URL when the authority has a base URL. */
  readonly file: string;
}

/** An authority as far as its CRLs need it. */
export interface CrlAuthority {
  readonly id: string;
  readonly urls?: AuthorityUrlRecord | undefined;
}

/** The complete lists of an authority, or the deltas to them: one, or one for each shard. */
export function planCrls({ id, urls = {} }: CrlAuthority, kind: PlannedCrl["kind"]): readonly PlannedCrl[] {
  const { crl = [], crlShards: of = 1, deltaCrl = [] } = urls;
  const suffix = kind === "delta" ? "-delta" : "";
  const deltaUrls = kind === "complete" ? deltaCrl : [];
  if (of === 1) return [{ kind, deltaUrls, file: `crl/${id}${suffix}.crl` }];
  return Array.from({ length: of }, (_, index) => ({
    kind,
    shard: { index, of },
    distributionPoint: crl.map((url) => fillShard(url, index)),
    deltaUrls: deltaUrls.map((url) => fillShard(url, index)),
    file: `crl/${id}-${index}${suffix}.crl`,
  }));
}
