import { OID } from "../../asn1/oids.ts";
import { type ExtensionCodec, extensionCodec } from "../extension.ts";
import { readNamedBits, writeNamedBits } from "../named-bits.ts";

/** The bits in their order. `nonRepudiation` is called contentCommitment in later editions of X.509. */
export const keyUsageBits = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
  "encipherOnly",
  "decipherOnly",
] as const;

export type KeyUsageBit = (typeof keyUsageBits)[number];

/** KeyUsage (RFC 5280 section 4.2.1.3). */
export const keyUsage: ExtensionCodec<readonly KeyUsageBit[]> = extensionCodec({
  oid: OID.keyUsage,
  name: "keyUsage",
  read: (reader) => readNamedBits(reader, keyUsageBits),
  write: (bits) => writeNamedBits(bits, keyUsageBits),
});
