/**
 * The 4 or 16 octets of an address text; undefined when it is none. A zone (`%eth0`) has no place in a certificate. `isIPv6` of node:net
 * takes 5 ms when it is first asked, which is a tenth of a whole run of the command line.
 */
export function ipToBytes(text: string): Uint8Array | undefined {
  return text.includes(":") ? ipv6ToBytes(text) : ipv4ToBytes(text);
}

/** The text of 4 or 16 octets, IPv6 as in RFC 5952; undefined for any other length. */
export function ipToText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 4) return bytes.join(".");
  return bytes.length === 16 ? ipv6ToText(bytes) : undefined;
}

/** A range as name constraints hold it (RFC 5280 section 4.2.1.10): address and mask, from `10.0.0.0/8`. */
export function cidrToBytes(text: string): Uint8Array | undefined {
  const [, address, prefix] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const bytes = address === undefined ? undefined : ipToBytes(address);
  const length = Number(prefix);
  if (bytes === undefined || length > bytes.length * 8) return undefined;
  const mask = maskOf(length, bytes.length);
  return Uint8Array.from([...bytes.map((octet, i) => octet & (mask[i] as number)), ...mask]);
}

/** `10.0.0.0/8`, or `10.0.0.0/255.0.255.0` when the mask has holes; undefined unless 8 or 32 octets. */
export function rangeToText(bytes: Uint8Array): string | undefined {
  if (bytes.length !== 8 && bytes.length !== 32) return undefined;
  const half = bytes.length / 2;
  const mask = bytes.subarray(half);
  const length = mask.reduce((bits, octet) => bits + octet.toString(2).replaceAll("0", "").length, 0);
  const contiguous = maskOf(length, half).every((octet, i) => octet === mask[i]);
  return `${ipToText(bytes.subarray(0, half))}/${contiguous ? length : ipToText(mask)}`;
}

function maskOf(length: number, octets: number): Uint8Array {
  return Uint8Array.from({ length: octets }, (_, i) => (0xff00 >> Math.min(8, Math.max(0, length - i * 8))) & 0xff);
}

// Most of what is asked are names, which one pattern tells apart at their first letter.
function ipv4ToBytes(text: string): Uint8Array | undefined {
  const [, ...octets] = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  return octets.length > 0 && octets.every((octet) => Number(octet) <= 255)
    ? Uint8Array.from(octets, Number)
    : undefined;
}

// RFC 4291 section 2.2: eight groups, `::` once for one or more that are zero, the last two perhaps as an IPv4 address.
function ipv6ToBytes(text: string): Uint8Array | undefined {
  const [, front, dotted] = /^(.*:)([^:]*\.[^:]*)$/.exec(text) ?? [];
  const tail = dotted === undefined ? undefined : ipv4ToBytes(dotted);
  if (dotted !== undefined && tail === undefined) return undefined;
  const [left = "", right, ...more] = (tail ? front + groupsOf(tail).join(":") : text).split("::");
  const head = left === "" ? [] : left.split(":");
  const rest = right === undefined || right === "" ? [] : right.split(":");
  const missing = 8 - head.length - rest.length;
  if (more.length > 0 || (right === undefined ? missing !== 0 : missing < 1)) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...rest];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return Uint8Array.from(
    groups.flatMap((group) => {
      const word = Number.parseInt(group, 16);
      return [word >> 8, word & 0xff];
    }),
  );
}

function ipv6ToText(bytes: Uint8Array): string {
  const groups = groupsOf(bytes);
  const text = groups.join(":");
  const runs = [...text.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)].map((run) => run[0]);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "");
  if (longest === "") return text;
  const at = text.search(new RegExp(`(?<![^:])${longest}(?![^:])`));
  return `${text.slice(0, Math.max(0, at - 1))}::${text.slice(at + longest.length + 1)}`;
}

function groupsOf(bytes: Uint8Array): string[] {
  return Array.from({ length: bytes.length / 2 }, (_, i) =>
    (((bytes[i * 2] as number) << 8) | (bytes[i * 2 + 1] as number)).toString(16),
  );
}
