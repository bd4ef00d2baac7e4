import { OID, type OidName, oidWords } from "../asn1/oids.ts";
import { PkiError } from "../errors/pki-error.ts";
import type { KeyKind } from "./key-kind.ts";
import type { SignatureAlgorithmId } from "./signature-algorithms.ts";

/**
 * `bits` is the size of the modulus or of the field. `strength` is bits of security: NIST SP 800-57 part 1 revision 5 table 2, and
 * between its rows the formula of NIST SP 800-56B revision 2 appendix D.
 */
type Row = readonly [
  kind: KeyKind,
  words: string,
  bits: number,
  strength: number,
  signsWith: SignatureAlgorithmId,
  curve?: OidName,
];

/** What a CA can be asked to use. */
const issuable = {
  "ecdsa-p256": ["ec", "ECDSA P-256", 256, 128, "ecdsa-sha256", "secp256r1"],
  "ecdsa-p384": ["ec", "ECDSA P-384", 384, 192, "ecdsa-sha384", "secp384r1"],
  "ecdsa-p521": ["ec", "ECDSA P-521", 521, 256, "ecdsa-sha512", "secp521r1"],
  ed25519: ["ed25519", "Ed25519", 256, 128, "ed25519"],
  ed448: ["ed448", "Ed448", 456, 224, "ed448"],
  "rsa-2048": ["rsa", "RSA 2048", 2048, 112, "rsa-pkcs1-sha256"],
  "rsa-3072": ["rsa", "RSA 3072", 3072, 128, "rsa-pkcs1-sha256"],
  "rsa-4096": ["rsa", "RSA 4096", 4096, 152, "rsa-pkcs1-sha256"],
} as const;
issuable satisfies Record<string, Row>;

/** What is read and judged, and made by the lab: too weak, or not understood by common clients. */
const readable = {
  "ecdsa-p192": ["ec", "ECDSA P-192", 192, 96, "ecdsa-sha256", "secp192r1"],
  "ecdsa-p224": ["ec", "ECDSA P-224", 224, 112, "ecdsa-sha256", "secp224r1"],
  "ecdsa-secp256k1": ["ec", "ECDSA secp256k1", 256, 128, "ecdsa-sha256", "secp256k1"],
  "ecdsa-brainpool256": ["ec", "ECDSA brainpoolP256r1", 256, 128, "ecdsa-sha256", "brainpoolP256r1"],
  "ecdsa-brainpool384": ["ec", "ECDSA brainpoolP384r1", 384, 192, "ecdsa-sha384", "brainpoolP384r1"],
  "ecdsa-brainpool512": ["ec", "ECDSA brainpoolP512r1", 512, 256, "ecdsa-sha512", "brainpoolP512r1"],
  "rsa-512": ["rsa", "RSA 512", 512, 56, "rsa-pkcs1-sha256"],
  "rsa-768": ["rsa", "RSA 768", 768, 72, "rsa-pkcs1-sha256"],
  "rsa-1024": ["rsa", "RSA 1024", 1024, 80, "rsa-pkcs1-sha256"],
  "rsa-1536": ["rsa", "RSA 1536", 1536, 96, "rsa-pkcs1-sha256"],
  "rsa-8192": ["rsa", "RSA 8192", 8192, 200, "rsa-pkcs1-sha256"],
} as const;
readable satisfies Record<string, Row>;

export type IssuableKeyTypeId = keyof typeof issuable;
export type KeyTypeId = IssuableKeyTypeId | keyof typeof readable;

export interface KeyType {
  readonly id: KeyTypeId;
  readonly kind: KeyKind;
  /** "ECDSA P-256". */
  readonly words: string;
  /** Size of the modulus or of the field. */
  readonly bits: number;
  /** Bits of security. */
  readonly strength: number;
  /** The signature algorithm that such a key uses unless told otherwise. */
  readonly signsWith: SignatureAlgorithmId;
  /** Elliptic curves only; `name` is what node:crypto, JWK and WebCrypto call it. */
  readonly curve: { readonly oid: string; readonly name: string } | undefined;
  /** False: only read, or made by the lab. */
  readonly issuable: boolean;
}

const table: ReadonlyMap<string, KeyType> = new Map([
  ...Object.entries(issuable).map(([id, row]) => complete(id as KeyTypeId, row, true)),
  ...Object.entries(readable).map(([id, row]) => complete(id as KeyTypeId, row, false)),
]);

/** Every row of the table, the issuable ones first. */
export const keyTypes: readonly KeyType[] = [...table.values()];

/** The ids that a profile may allow and a person may ask for. */
export const issuableKeyTypes: readonly IssuableKeyTypeId[] = Object.keys(issuable) as IssuableKeyTypeId[];

/** The row with this id. @throws PkiError ERR_KEY_TYPE_UNKNOWN */
export function keyType(id: string): KeyType {
  const type = table.get(id);
  if (type === undefined)
    throw new PkiError("ERR_KEY_TYPE_UNKNOWN", { type: id.slice(0, 80), known: issuableKeyTypes.join(", ") });
  return type;
}

/** The row of a curve, by its object identifier. */
export function keyTypeOfCurve(oid: string): KeyType | undefined {
  return keyTypes.find((type) => type.curve?.oid === oid);
}

/** The row of a kind and size; RSA moduli of other sizes have none. */
export function keyTypeOfSize(kind: KeyKind, bits: number): KeyType | undefined {
  return keyTypes.find((type) => type.kind === kind && type.bits === bits);
}

/** Bits of security of an RSA modulus: those of the largest row that is not larger, 0 below all of them. */
export function rsaStrength(bits: number): number {
  return Math.max(
    0,
    ...keyTypes.filter((type) => type.kind === "rsa" && type.bits <= bits).map((type) => type.strength),
  );
}

/** What bits of security mean today: NIST SP 800-131A revision 2 section 3, SP 800-57 part 1 revision 5 table 4. */
export function strengthWords(strength: number): string {
  if (strength < 80) return "broken: such keys have been computed";
  if (strength < 112) return "weak: disallowed since 2014";
  return strength < 128 ? "acceptable until 2030" : "strong";
}

function complete(id: KeyTypeId, row: Row, isIssuable: boolean): [KeyTypeId, KeyType] {
  const [kind, words, bits, strength, signsWith, name] = row;
  const curve = name && { oid: OID[name], name: oidWords(OID[name]) };
  return [id, { id, kind, words, bits, strength, signsWith, curve, issuable: isIssuable }];
}
