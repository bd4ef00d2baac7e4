import { PublicKey } from "../../keys/public-key.ts";
import type { Certificate } from "../../x509/certificate.ts";
import type { Name } from "../../x509/name.ts";

/** Who gave the certificate: the peer, the caller beside it, a CA where another certificate said so, or the trust list. */
export type CertificateSource = "sent" | "untrusted" | "aia" | "trust";

/** A certificate that a path may use, and where it came from. */
export class PoolEntry {
  readonly certificate: Certificate;
  readonly from: CertificateSource;
  #publicKey: PublicKey | undefined;

  constructor(certificate: Certificate, from: CertificateSource) {
    this.certificate = certificate;
    this.from = from;
  }

  /** The certificate's key, read once. @throws PkiError ERR_KEY_MALFORMED */
  get publicKey(): PublicKey {
    this.#publicKey ??= PublicKey.fromSpki(this.certificate.spkiDer);
    return this.#publicKey;
  }
}

/** The certificates that a path may use. The same certificate is kept once: the first source counts, so trusted ones are added first. */
export class CertificatePool {
  readonly #entries: PoolEntry[] = [];
  /** By the hash of the subject, which others can share. */
  readonly #byHash = new Map<number, PoolEntry[]>();
  #byKey: Map<string, PoolEntry[]> | undefined;

  get size(): number {
    return this.#entries.length;
  }

  get entries(): readonly PoolEntry[] {
    return this.#entries;
  }

  /** Adds the certificate. The entry that is there already, when it is. */
  add(certificate: Certificate, from: CertificateSource): PoolEntry | undefined {
    const known = this.find(certificate);
    if (known) return known;
    const entry = new PoolEntry(certificate, from);
    this.#entries.push(entry);
    file(this.#byHash, certificate.subject.hash, entry);
    return undefined;
  }

  /** The entry of this very certificate, if it is there. */
  find(certificate: Certificate): PoolEntry | undefined {
    return this.#byHash.get(certificate.subject.hash)?.find((entry) => entry.certificate.equals(certificate));
  }

  /** Those whose subject is this name octet by octet: nearly always all that there are. */
  withSubjectDer(name: Name): readonly PoolEntry[] {
    return this.#byHash.get(name.hash)?.filter(({ certificate }) => certificate.subject.isSame(name)) ?? [];
  }

  /** Those whose subject matches the name by RFC 5280 section 7.1, though its octets differ. */
  withSubjectLike(name: Name): readonly PoolEntry[] {
    this.#byKey ??= this.#fileByKey();
    return this.#byKey.get(name.key)?.filter(({ certificate }) => !certificate.subject.isSame(name)) ?? [];
  }

  #fileByKey(): Map<string, PoolEntry[]> {
    const byKey = new Map<string, PoolEntry[]>();
    for (const entry of this.#entries) file(byKey, entry.certificate.subject.key, entry);
    return byKey;
  }
}

function file<K>(index: Map<K, PoolEntry[]>, key: K, entry: PoolEntry): void {
  const others = index.get(key);
  if (others) others.push(entry);
  else index.set(key, [entry]);
}
