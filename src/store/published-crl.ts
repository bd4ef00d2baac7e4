/** A CRL that was put in its place for everybody to fetch. */
export interface PublishedCrl {
  readonly kind: "complete" | "delta";
  /** Which part of the certificates it covers, when the lists of the authority are split; all of them otherwise. */
  readonly shard?: number | undefined;
  /** Where it was put, as a path. */
  readonly file: string;
  readonly number: number;
  readonly thisUpdate: string;
  readonly nextUpdate: string;
  readonly entries: number;
  /** It takes account of the audit log up to this entry. */
  readonly upTo: number;
}

/** What an authority has said in CRLs so far. */
export interface CrlHistory {
  /** The last number that was taken. It may never have been published. */
  readonly lastNumber: number;
  /** The last list of each kind and shard. */
  readonly published: readonly PublishedCrl[];
}

export const NO_CRLS: CrlHistory = { lastNumber: 0, published: [] };

/** The last list of this kind for this shard. */
export function lastPublished(
  { published }: CrlHistory,
  kind: PublishedCrl["kind"],
  shard?: number,
): PublishedCrl | undefined {
  return published.find((crl) => crl.kind === kind && crl.shard === shard);
}

/** The history after these lists took the place of their predecessors. */
export function withPublished(history: CrlHistory, crls: readonly PublishedCrl[]): CrlHistory {
  const others = history.published.filter(
    ({ kind, shard }) => !lastPublished({ ...history, published: crls }, kind, shard),
  );
  return { ...history, published: [...others, ...crls] };
}
