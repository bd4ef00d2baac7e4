import { equalBytes, toHex } from "../../asn1/bytes.ts";
import { ipToBytes, ipToText } from "../../x509/ip-address.ts";
import type { MismatchReason } from "./name-mismatch.ts";
import { nearestName } from "./nearest-name.ts";
import { type PresentedNames, presentedTexts } from "./presented-names.ts";

/** An address against the iPAddresses, octet for octet (RFC 9525 section 6.4). Undefined: one of them is it. */
export function addressMismatch(asked: Uint8Array, presented: PresentedNames): MismatchReason | undefined {
  const { subjectAltName, commonName } = presented;
  if (subjectAltName.some((name) => name.kind === "ip" && equalBytes(name.bytes, asked))) return undefined;
  const text = addressText(asked);
  const asDns = subjectAltName.findIndex((name) => name.kind === "dns" && isAddress(name.value, asked));
  if (asDns >= 0) return { code: "ip-in-dns-san", nearest: { text, index: asDns }, rule: "addressAsDns" };
  if (subjectAltName.length === 0 && commonName !== undefined && isAddress(commonName, asked))
    return { code: "no-san-cn-only", nearest: undefined, rule: "commonName" };
  const names = presentedTexts(presented, (name) => (name.kind === "ip" ? addressText(name.bytes) : undefined));
  const nearest = nearestName(text, names);
  return { code: "ip-no-ip-san", nearest, rule: nearest === undefined ? "none" : "other" };
}

function isAddress(text: string, address: Uint8Array): boolean {
  const bytes = ipToBytes(text);
  return bytes !== undefined && equalBytes(bytes, address);
}

/** The address as a person writes it; hexadecimal when it has the wrong length. */
export function addressText(bytes: Uint8Array): string {
  return ipToText(bytes) ?? toHex(bytes);
}
