/** Something that is published for everybody: a CRL, the certificate of a CA. */
export interface Publication {
  readonly contentType: "application/pkix-crl" | "application/pkix-cert";
  readonly lastModified: Date;
  /** When its successor is sure to be there. */
  readonly expires: Date | undefined;
  /** How long it may be kept before somebody asks again. Seconds. */
  readonly maxAge: number;
  readonly etag: string;
  /** Octets, or the file that holds them: a CRL may be larger than what should be in memory. */
  readonly content: Uint8Array | { readonly path: string; readonly size: number };
}

/** What is published now. */
export interface Publications {
  /** @param name the file name in the URL: `acme-issuing.crl`, `acme-issuing.cer` */
  find(name: string): Promise<Publication | undefined>;
}

/** What is found in the first of several places. */
export function firstOf(...places: readonly Publications[]): Publications {
  return {
    async find(name) {
      for (const place of places) {
        const found = await place.find(name);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}
