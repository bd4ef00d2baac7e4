import { createHash } from "node:crypto";
import { strengthWords } from "../../keys/algorithms.ts";
import { PublicKey } from "../../keys/public-key.ts";
import { colons } from "./extension-words.ts";
import type { FieldList } from "./field-list.ts";

/** Bits of security below which a key is refused today: NIST SP 800-131A revision 2 section 3. */
const WEAK_BELOW = 112;

/** What there is to say of a public key; a weak one is a warning. */
export function addPublicKey(list: FieldList, read: () => PublicKey): void {
  const key = list.try("the public key", read);
  if (key === undefined) return;
  const { words, strength } = key;
  const judged = strength === undefined ? undefined : `${strength} bits of security: ${strengthWords(strength)}`;
  list.add(
    "publicKey",
    () => words,
    () => judged,
  );
  list.add("keyIdentifier", () => colons(key.keyIdentifier));
  list.add("publicKeySha256", () => createHash("sha256").update(key.spkiDer).digest("hex"));
  if (strength !== undefined && strength < WEAK_BELOW) list.warn(`the key is too weak: ${words}, ${judged}`);
  if (key.explicitCurve) list.warn("the curve is spelled out instead of named, which RFC 5480 section 2.1.1 forbids");
}

/** The same from SubjectPublicKeyInfo. */
export function addSpki(list: FieldList, read: () => Uint8Array): void {
  addPublicKey(list, () => PublicKey.fromSpki(read()));
}
