import { OID } from "../../asn1/oids.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";
import { readNamedBits, writeNamedBits } from "../named-bits.ts";

/** The bits in their order. */
export const netscapeCertTypes = [
  "sslClient",
  "sslServer",
  "smime",
  "objectSigning",
  "reserved",
  "sslCa",
  "smimeCa",
  "objectSigningCa",
] as const;

export type NetscapeCertType = (typeof netscapeCertTypes)[number];

/** Netscape's certificate type, the forerunner of key usage. */
export const netscapeCertType: ExtensionCodec<readonly NetscapeCertType[]> = extensionCodec({
  oid: OID.netscapeCertType,
  name: "netscapeCertType",
  read: (reader) => readNamedBits(reader, netscapeCertTypes),
  write: (bits) => writeNamedBits(bits, netscapeCertTypes),
});
