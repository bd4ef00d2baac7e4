import type { KeyKind } from "../../keys/key-kind.ts";
import type { KeyUsageBit } from "../../x509/extensions/key-usage.ts";

/** The kinds of keys that can serve a bit; every kind when a bit is not here. RFC 3279 section 2.3, RFC 5480 section 3, RFC 8410 section 5. */
const servedBy: { readonly [bit in KeyUsageBit]?: readonly (KeyKind | undefined)[] } = {
  keyEncipherment: ["rsa"],
  dataEncipherment: ["rsa"],
  keyAgreement: ["ec", "x25519", "x448"],
  encipherOnly: ["ec", "x25519", "x448"],
  decipherOnly: ["ec", "x25519", "x448"],
};

/** The bits of a profile that a key of this kind can serve. */
export function keyUsageFor(bits: readonly KeyUsageBit[], kind: KeyKind | undefined): readonly KeyUsageBit[] {
  return bits.filter((bit) => servedBy[bit]?.includes(kind) ?? true);
}
