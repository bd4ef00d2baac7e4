import { asBuffer, equalBytes } from "../../asn1/bytes.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Name } from "../../x509/name.ts";

/** Who gave the certificate: the peer, the caller beside it, or the trust list. */
export type CertificateSource = "sent" | "untrusted" | "trust";

/** A certificate that a path may use. */
export interface PoolEntry {
  readonly certificate: Certificate;
  readonly from: CertificateSource;
}

/**
 * The certificates that a path may use, by subject. The same certificate is kept once: the first source counts, so trusted ones are
 * added first.
 */
export class CertificatePool {
  readonly #byDer = new Map<string, PoolEntry>();
  readonly #bySubjectDer = new Map<string, PoolEntry[]>();
  #bySubjectKey: Map<string, PoolEntry[]> | undefined;

  get entries(): Iterable<PoolEntry> {
    return this.#byDer.values();
  }

  /** Adds the certificate, unless it is there. */
  add(certificate: Certificate, from: CertificateSource): void {
    const der = octets(certificate.der);
    if (this.#byDer.has(der)) return;
    const entry = { certificate, from };
    this.#byDer.set(der, entry);
    file(this.#bySubjectDer, octets(certificate.subject.der), entry);
  }

  /** The entry of this very certificate, if it is there. */
  find(certificate: Certificate): PoolEntry | undefined {
    return this.#byDer.get(octets(certificate.der));
  }

  /** Those whose subject is this name octet by octet: nearly always all that there are. */
  withSubjectDer(name: Name): readonly PoolEntry[] {
    return this.#bySubjectDer.get(octets(name.der)) ?? [];
  }

  /** Those whose subject matches the name by RFC 5280 section 7.1, though its octets differ. */
  withSubjectLike(name: Name): readonly PoolEntry[] {
    this.#bySubjectKey ??= this.#fileByKey();
    const matching = this.#bySubjectKey.get(name.key) ?? [];
    return matching.filter(({ certificate }) => !equalBytes(certificate.subject.der, name.der));
  }

  #fileByKey(): Map<string, PoolEntry[]> {
    const byKey = new Map<string, PoolEntry[]>();
    for (const entry of this.entries) file(byKey, entry.certificate.subject.key, entry);
    return byKey;
  }
}

function file(map: Map<string, PoolEntry[]>, key: string, entry: PoolEntry): void {
  const drawer = map.get(key);
  if (drawer) drawer.push(entry);
  else map.set(key, [entry]);
}

function octets(bytes: Uint8Array): string {
  return asBuffer(bytes).toString("latin1");
}
