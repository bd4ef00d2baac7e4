import type { Certificate } from "../../x509/certificate.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import type { Problem } from "../finding.ts";
import { nameMismatch } from "../names/check-name.ts";
import { type NameMismatch, nameRules } from "../names/name-mismatch.ts";
import type { PresentedNames } from "../names/presented-names.ts";
import type { CertificateRule } from "../rule.ts";

/** How many names a message lists. */
const SHOWN = 5;

export const wrongHost: CertificateRule = {
  id: "wrong-host",
  raises: [
    "wrong-host-wildcard",
    "no-san-cn-only",
    "ip-no-ip-san",
    "ip-in-dns-san",
    "partial-wildcard",
    "bare-wildcard",
  ],
  severity: "error",
  citation: "RFC 9525 section 6",
  summary:
    "The leaf holds every name that is asked for: a host as dNSName, an address as iPAddress, never in the common name.",
  roles: ["leaf"],
  field: "extensions.subjectAltName",
  check: (certificate, { request }) => {
    const presented = new CertificateNames(certificate);
    const problems: Problem[] = [];
    for (const asked of request.names) {
      const mismatch = nameMismatch(asked, presented);
      if (mismatch === undefined) continue;
      const byCommonName = mismatch.code === "no-san-cn-only" && request.rules.settings.commonNames;
      if (!byCommonName)
        problems.push({ code: mismatch.code, message: describe(mismatch), ...emailNumber(asked.kind) });
    }
    return problems.length > 0 ? problems : undefined;
  },
};

/** The names of a certificate; the common name is looked for only when no other name fits. */
class CertificateNames implements PresentedNames {
  readonly #certificate: Certificate;

  constructor(certificate: Certificate) {
    this.#certificate = certificate;
  }

  get subjectAltName(): readonly GeneralName[] {
    return this.#certificate.subjectAltName?.value ?? [];
  }

  get commonName(): string | undefined {
    return this.#certificate.subject.commonName;
  }
}

function describe({ asked, presented, nearest, rule }: NameMismatch): string {
  const more = presented.length > SHOWN ? ` and ${presented.length - SHOWN} more` : "";
  const holds = presented.length === 0 ? "no names" : `${presented.slice(0, SHOWN).join(", ")}${more}`;
  const closest = nearest === undefined ? "" : `; nearest is ${nearest.text}`;
  return `asked for ${asked}, the certificate holds ${holds}${closest}: ${nameRules[rule].text}`;
}

/** X509_V_ERR_EMAIL_MISMATCH has a number of its own. */
function emailNumber(kind: string): { readonly openssl?: number } {
  return kind === "email" ? { openssl: 63 } : {};
}
