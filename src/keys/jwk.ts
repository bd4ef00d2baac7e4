import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { PkiError } from "../errors/pki-error.ts";

/** A JWK read from text (RFC 7517). @throws PkiError ERR_KEY_MALFORMED, which repeats nothing of the text */
export function parseJwk(text: string): JsonWebKey {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // JSON.parse quotes what it could not read, and that may be a key.
  }
  throw malformed("it is not a JSON object");
}

/** Its public half, whichever halves it holds. @throws PkiError ERR_KEY_MALFORMED */
export function publicKeyObjectOfJwk(jwk: JsonWebKey): KeyObject {
  return importing(() => createPublicKey({ key: jwk, format: "jwk" }), jwk);
}

/** @throws PkiError ERR_KEY_MALFORMED */
export function privateKeyObjectOfJwk(jwk: JsonWebKey): KeyObject {
  if (jwk.d === undefined) throw malformed("it holds a public key only");
  return importing(() => createPrivateKey({ key: jwk, format: "jwk" }), jwk);
}

/** @throws PkiError ERR_KEY_NO_JWK */
export function exportJwk(key: KeyObject, words: string): JsonWebKey {
  try {
    return key.export({ format: "jwk" });
  } catch {
    throw new PkiError("ERR_KEY_NO_JWK", { key: words });
  }
}

// The cause is left out: node's message may quote the member that it refused.
function importing(read: () => KeyObject, { kty, crv }: JsonWebKey): KeyObject {
  try {
    return read();
  } catch {
    throw malformed(`its members do not make a key of type ${String(kty)} ${crv ?? ""}`.trim());
  }
}

function malformed(detail: string): PkiError {
  return new PkiError("ERR_KEY_MALFORMED", { what: "JWK", detail });
}
