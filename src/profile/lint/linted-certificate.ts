import type { Certificate } from "../../x509/certificate.ts";
import { authorityInfoAccess } from "../../x509/extensions/authority-info-access.ts";
import { crlDistributionPoints } from "../../x509/extensions/crl-distribution-points.ts";
import { extendedKeyUsage } from "../../x509/extensions/extended-key-usage.ts";
import { subjectAltName } from "../../x509/extensions/subject-alt-name.ts";
import type { GeneralName } from "../../x509/general-name.ts";

/** A DNS name or a URI of a certificate, and where it stands. */
export interface PlacedName {
  readonly at: string;
  readonly value: string;
  /** What `generalNameText` makes safe to quote. */
  readonly name: GeneralName;
}

/** The certificate that lint looks at, with what several rules want of it read once. Every reading throws when the bytes are bad. */
export class LintedCertificate {
  readonly certificate: Certificate;
  /** For a CA: the URLs at which its own CRLs, those that it signs, will be published. */
  readonly ownCrlUrls: readonly string[];
  #dnsNames: readonly PlacedName[] | undefined;
  #crlUrls: readonly PlacedName[] | undefined;

  constructor(certificate: Certificate, ownCrlUrls: readonly string[]) {
    this.certificate = certificate;
    this.ownCrlUrls = ownCrlUrls;
  }

  /** What extendedKeyUsage names. */
  get purposes(): readonly string[] {
    return this.certificate.extension(extendedKeyUsage)?.value ?? [];
  }

  get names(): readonly GeneralName[] {
    return this.certificate.extension(subjectAltName)?.value ?? [];
  }

  get dnsNames(): readonly PlacedName[] {
    this.#dnsNames ??= this.#namesOf("dns");
    return this.#dnsNames;
  }

  get uris(): readonly PlacedName[] {
    return this.#namesOf("uri");
  }

  /** Where CRLs are fetched. */
  get crlUrls(): readonly PlacedName[] {
    this.#crlUrls ??= (this.certificate.extension(crlDistributionPoints)?.value ?? []).flatMap(({ fullName = [] }, i) =>
      fullName.flatMap((name) => uriAt(`crlDistributionPoints[${i}]`, name)),
    );
    return this.#crlUrls;
  }

  /** Where OCSP responders and issuer certificates are. */
  get accessUrls(): readonly PlacedName[] {
    const descriptions = this.certificate.extension(authorityInfoAccess)?.value ?? [];
    return descriptions.flatMap(({ location }, i) => uriAt(`authorityInfoAccess[${i}]`, location));
  }

  #namesOf(kind: "dns" | "uri"): readonly PlacedName[] {
    const { names } = this;
    const found: PlacedName[] = [];
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as GeneralName;
      if (name.kind === kind) found.push({ at: `extensions.subjectAltName[${i}]`, value: name.value, name });
    }
    return found;
  }
}

function uriAt(place: string, name: GeneralName): readonly PlacedName[] {
  return name.kind === "uri" ? [{ at: `extensions.${place}`, value: name.value, name }] : [];
}
