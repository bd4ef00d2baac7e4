import { asBuffer, equalBytes } from "../../asn1/bytes.ts";
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

/**
 * The certificates that a path may use, by subject. The same certificate is kept once: the first source counts, so trusted ones are
 * added first.
 */
export class CertificatePool {
  readonly #bySubjectDer = new Map<string, PoolEntry[]>();
  #bySubjectKey: Map<string, PoolEntry[]> | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** All entries, namesakes together. */
  get entries(): readonly PoolEntry[] {
    return [...this.#bySubjectDer.values()].flat();
  }

  /** Adds the certificate. The entry that is there already, when it is. */
  add(certificate: Certificate, from: CertificateSource): PoolEntry | undefined {
    const subject = octets(certificate.subject.der);
    const namesakes = this.#bySubjectDer.get(subject);
    const known = namesakes?.find((entry) => entry.certificate.equals(certificate));
    if (known) return known;
    const entry = new PoolEntry(certificate, from);
    if (namesakes) namesakes.push(entry);
    else this.#bySubjectDer.set(subject, [entry]);
    this.#size++;
    return undefined;
  }

  /** The entry of this very certificate, if it is there. */
  find(certificate: Certificate): PoolEntry | undefined {
    return this.withSubjectDer(certificate.subject).find((entry) => entry.certificate.equals(certificate));
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
    for (const entry of this.entries) {
      const { key } = entry.certificate.subject;
      const namesakes = byKey.get(key);
      if (namesakes) namesakes.push(entry);
      else byKey.set(key, [entry]);
    }
    return byKey;
  }
}

function octets(bytes: Uint8Array): string {
  return asBuffer(bytes).toString("latin1");
}
