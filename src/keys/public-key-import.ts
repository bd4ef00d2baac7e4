import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { asBuffer } from "../asn1/bytes.ts";
import { PkiError } from "../errors/pki-error.ts";
import { issuableKeyTypes } from "./algorithms.ts";
import type { KeyKind } from "./key-kind.ts";
import { malformedPublicKey } from "./key-shape.ts";
import type { SubjectPublicKeyInfo } from "./subject-public-key-info.ts";

/** The kinds whose keys are bare octets: RFC 8037 calls them octet key pairs. */
const octetKinds: ReadonlySet<KeyKind> = new Set(["ed25519", "ed448", "x25519", "x448"]);

/**
 * A KeyObject by the fastest road that Node has for its kind. On Node 20 the general one, SPKI, costs 120 us (P-256), 105 us (RSA) and
 * 77 us (Ed25519); these 75, 4 and 8. P-384 and larger curves are quicker as SPKI, since JWK checks the order of the point.
 * @throws PkiError ERR_KEY_UNSUPPORTED, ERR_KEY_MALFORMED
 */
export function importPublicKey(info: SubjectPublicKeyInfo): KeyObject {
  const { kind, type, words } = info.shape;
  if (kind === undefined || (kind === "ec" && type === undefined))
    throw new PkiError("ERR_KEY_UNSUPPORTED", { key: words, known: issuableKeyTypes.join(", ") });
  try {
    return importSupported(info);
  } catch (error) {
    throw malformedPublicKey(`OpenSSL does not take it as ${words}`, { cause: error });
  }
}

function importSupported(info: SubjectPublicKeyInfo): KeyObject {
  const jwk = quickJwk(info);
  if (jwk !== undefined) return createPublicKey({ key: jwk, format: "jwk" });
  if (info.shape.kind === "rsa")
    return createPublicKey({ key: asBuffer(info.subjectPublicKey), format: "der", type: "pkcs1" });
  return createPublicKey({ key: asBuffer(info.der), format: "der", type: "spki" });
}

function quickJwk({ shape, subjectPublicKey: key }: SubjectPublicKeyInfo): JsonWebKey | undefined {
  if (shape.type?.id === "ecdsa-p256" && key[0] === 4)
    return { kty: "EC", crv: "P-256", x: base64url(key.subarray(1, 33)), y: base64url(key.subarray(33)) };
  const isOctets = shape.kind !== undefined && octetKinds.has(shape.kind);
  return isOctets ? { kty: "OKP", crv: shape.words, x: base64url(key) } : undefined;
}

function base64url(bytes: Uint8Array): string {
  return asBuffer(bytes).toString("base64url");
}
