import type { NameLimits } from "../../ca/name-limits.ts";
import { PkiError } from "../../errors/pki-error.ts";
import { toAscii } from "../../x509/dns-name.ts";
import { cidrToBytes } from "../../x509/ip-address.ts";

/** The options that limit a CA. */
export interface LimitValues {
  readonly permitDns: readonly string[];
  readonly permitIp: readonly string[];
}

/** The limits of a CA; undefined when the options name none. @throws PkiError ERR_USAGE */
export function nameLimitsOf({ permitDns, permitIp }: LimitValues): NameLimits | undefined {
  const dns = permitDns.map(readDomain);
  const ip = permitIp.map(readRange);
  if (dns.length + ip.length === 0) return undefined;
  return ip.length === 0 ? { dns } : { dns, ip };
}

/** `corp.example` means itself and all below it already, so a leading dot says nothing more. */
function readDomain(text: string): string {
  const domain = toAscii(text.replace(/^\*?\./, ""));
  if (typeof domain !== "string") throw usage(`"${text}" is not a domain: ${domain.why}`, domain.fix);
  if (domain.includes("*"))
    throw usage(`"${text}" is not a domain`, "a domain stands for all below it: leave the * out");
  return domain;
}

function readRange(text: string): string {
  if (cidrToBytes(text) !== undefined) return text;
  throw usage(`"${text}" is not an IP range`, "write it as 10.0.0.0/8 or fd00::/8");
}

function usage(problem: string, advice: string): PkiError {
  return new PkiError("ERR_USAGE", { problem, advice });
}
