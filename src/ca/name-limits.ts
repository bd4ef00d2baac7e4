import type { Profile } from "../profile/profile.ts";

/** What a development CA may certify, so that a key that gets lost can do no harm elsewhere. */
export interface NameLimits {
  /** DNS names, each with all below it: `localhost`, `test`, `corp.example`. */
  readonly dns: readonly string[];
  /** IP ranges in CIDR notation; loopback and the private ranges unless told. */
  readonly ip?: readonly string[] | undefined;
}

/** Loopback and what is routed nowhere: RFC 1122 section 3.2.1.3, RFC 1918 section 3, RFC 4291 section 2.5.3, RFC 4193 section 3. */
const PRIVATE_RANGES = ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"];

/**
 * A CA profile whose certificates carry these limits as name constraints. Mailboxes and URIs follow the DNS names; there a name means
 * one host and a leading dot all below it (RFC 5280 section 4.2.1.10).
 */
export function withNameLimits(profile: Profile, { dns, ip = PRIVATE_RANGES }: NameLimits): Profile {
  const hosts = dns.flatMap((domain) => [domain, `.${domain}`]);
  const permitted = { ...profile.nameConstraints.permitted, dns, ip, email: hosts, uri: hosts };
  return { ...profile, nameConstraints: { ...profile.nameConstraints, permitted } };
}
