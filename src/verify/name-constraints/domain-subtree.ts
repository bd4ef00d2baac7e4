import { isHostName } from "../names/host-name.ts";

/**
 * The subtree of a host, `host.example`, or of a domain, `.example`: the first means that host alone, the second every host below it
 * (RFC 5280 section 4.2.1.10, for e-mail and URIs). The empty one means every host. Undefined when it is neither.
 */
export function hostTest(base: string): ((host: string) => boolean) | undefined {
  const domain = base.toLowerCase();
  if (domain === "") return () => true;
  if (!isHostName(domain.replace(/^\./, ""))) return undefined;
  return domain.startsWith(".") ? (host) => host.endsWith(domain) : (host) => host === domain;
}
