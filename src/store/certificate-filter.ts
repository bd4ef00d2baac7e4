import type { CertificateFilter, CertificateRecord } from "./certificate-record.ts";

/** A filter made ready to ask about many certificates. */
export function certificateMatcher(filter: CertificateFilter): (record: CertificateRecord) => boolean {
  const { authority, profile, revoked, name } = filter;
  const notExpiredAt = time(filter.notExpiredAt) ?? Number.NEGATIVE_INFINITY;
  const expiresBefore = time(filter.expiresBefore) ?? Number.POSITIVE_INFINITY;
  const glob = name === undefined ? undefined : globPattern(name);
  return (record) => {
    const notAfter = Date.parse(record.notAfter);
    return (
      (authority === undefined || record.authority === authority) &&
      (profile === undefined || record.profile === profile) &&
      (revoked === undefined || (record.revoked !== undefined) === revoked) &&
      (glob === undefined || [record.subject, ...record.names].some((text) => glob.test(text))) &&
      notAfter >= notExpiredAt && // notAfter itself is still valid: RFC 5280 section 4.1.2.5
      notAfter < expiresBefore
    );
  };
}

function time(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

function globPattern(glob: string): RegExp {
  const parts = glob.split(/\*+/).map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "is");
}
