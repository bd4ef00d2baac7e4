import type { DoctorCheck, DoctorFinding, ExaminedAuthority } from "./doctor-check.ts";

export const revocationUrls: DoctorCheck = {
  id: "revocation-urls",
  summary: "Every authority says where its CRL and OCSP are, by plain HTTP.",
  *run({ authorities }) {
    for (const authority of authorities) yield* judge(authority);
  },
};

function* judge({ record: { name, urls = {} } }: ExaminedAuthority): Iterable<DoctorFinding> {
  const { crl = [], ocsp = [], caIssuers = [] } = urls;
  if (crl.length + ocsp.length === 0)
    yield {
      code: "no-revocation-source",
      severity: "notice",
      message: `what "${name}" issues says neither where its CRL is nor where OCSP answers`,
      next: "give the CA a base URL once you publish them; certificates issued from then on point there",
    };
  for (const url of [...crl, ...ocsp, ...caIssuers].filter((each) => each.startsWith("https:")))
    yield {
      code: "https-pointer",
      severity: "warning",
      message: `"${name}" publishes at ${url}, which a client must trust before it can check anything`,
      next: "publish CRL, OCSP and certificates by plain HTTP: they are signed (RFC 5280 section 8)",
    };
}
