import { OID } from "../asn1/oids.ts";

/** What a public key is for, by the algorithm of its SubjectPublicKeyInfo. */
export type KeyKind = "rsa" | "rsa-pss" | "ec" | "ed25519" | "ed448" | "x25519" | "x448" | "dsa";

const kinds: ReadonlyMap<string, KeyKind> = new Map([
  [OID.rsaEncryption, "rsa"], // RFC 3279 section 2.3.1
  [OID.rsassaPss, "rsa-pss"], // RFC 4055 section 1.2
  [OID.ecPublicKey, "ec"], // RFC 5480 section 2.1.1
  [OID.ed25519, "ed25519"], // RFC 8410 section 3
  [OID.ed448, "ed448"],
  [OID.x25519, "x25519"],
  [OID.x448, "x448"],
  [OID.dsa, "dsa"], // RFC 3279 section 2.3.2
]);

/** The kind behind an algorithm identifier, or undefined when it is one that rootcause does not know. */
export function keyKindOf(algorithmOid: string): KeyKind | undefined {
  return kinds.get(algorithmOid);
}
