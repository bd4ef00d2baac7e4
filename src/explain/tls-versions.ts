/** A protocol version on the wire, its name, and what there is to say about it. */
export type VersionRow = readonly [code: number, name: string, status: string];

/** @see RFC 8446 section 4.2.1, RFC 8996, RFC 7568 */
const tlsVersions: readonly VersionRow[] = [
  [0x0200, "SSL 2.0", "broken and forbidden since 2011 (RFC 6176)"],
  [0x0300, "SSL 3.0", "broken and forbidden since 2015 (RFC 7568); the number stays: TLS 1.0 is SSL 3.1 on the wire"],
  [
    0x0301,
    "TLS 1.0",
    "forbidden since 2021 (RFC 8996); old devices still speak it. Records of every first hello carry this number too",
  ],
  [0x0302, "TLS 1.1", "forbidden since 2021 (RFC 8996); hardly anything spoke it and not 1.2"],
  [
    0x0303,
    "TLS 1.2",
    "current (RFC 5246); TLS 1.3 hellos carry this number too, for devices that would not bear another",
  ],
  [0x0304, "TLS 1.3", "current (RFC 8446); OpenSSL 1.1.1, Java 11, Go 1.13, Windows 11 and later speak it"],
];

/** A version by number (`0x0303`, `771`) or name (`TLSv1.2`, `TLS 1.2`). */
export function tlsVersionNamed(text: string): VersionRow | undefined {
  const number = /^(?:0x[\da-f]{4}|\d{3})$/i.test(text) ? Number(text) : undefined;
  const name = text
    .toLowerCase()
    .replace(/^(tls|ssl) ?v?(\d(?:\.\d)?)$/, "$1 $2")
    .replace(/^((?:tls|ssl) \d)$/, "$1.0");
  return tlsVersions.find(([code, title]) => code === number || title.toLowerCase() === name);
}
