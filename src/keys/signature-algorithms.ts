import { OID, oidWords } from "../asn1/oids.ts";
import { nul } from "../asn1/writer.ts";
import { isPkiError, PkiError } from "../errors/pki-error.ts";
import { type AlgorithmIdentifier, encodeAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { digestLength, type HashName, hashWeakness, hashWords } from "./hash-algorithm.ts";
import type { KeyKind } from "./key-kind.ts";
import { isNull } from "./null-parameters.ts";
import { encodePssParameters, type PssParameters, parsePssParameters } from "./pss-parameters.ts";

/** Every signature algorithm that rootcause can name: RFC 3279, RFC 4055, RFC 5758, RFC 8410. DSA is checked and never made. */
const rows = {
  "ecdsa-sha256": { oid: "ecdsaWithSha256", scheme: "ecdsa", hash: "sha256" },
  "ecdsa-sha384": { oid: "ecdsaWithSha384", scheme: "ecdsa", hash: "sha384" },
  "ecdsa-sha512": { oid: "ecdsaWithSha512", scheme: "ecdsa", hash: "sha512" },
  "ecdsa-sha224": { oid: "ecdsaWithSha224", scheme: "ecdsa", hash: "sha224" },
  "ecdsa-sha1": { oid: "ecdsaWithSha1", scheme: "ecdsa", hash: "sha1" },
  "rsa-pkcs1-sha256": { oid: "sha256WithRsaEncryption", scheme: "rsa-pkcs1", hash: "sha256" },
  "rsa-pkcs1-sha384": { oid: "sha384WithRsaEncryption", scheme: "rsa-pkcs1", hash: "sha384" },
  "rsa-pkcs1-sha512": { oid: "sha512WithRsaEncryption", scheme: "rsa-pkcs1", hash: "sha512" },
  "rsa-pkcs1-sha224": { oid: "sha224WithRsaEncryption", scheme: "rsa-pkcs1", hash: "sha224" },
  "rsa-pkcs1-sha1": { oid: "sha1WithRsaEncryption", scheme: "rsa-pkcs1", hash: "sha1" },
  "rsa-pkcs1-md5": { oid: "md5WithRsaEncryption", scheme: "rsa-pkcs1", hash: "md5" },
  "rsa-pss-sha256": { oid: "rsassaPss", scheme: "rsa-pss", hash: "sha256" },
  "rsa-pss-sha384": { oid: "rsassaPss", scheme: "rsa-pss", hash: "sha384" },
  "rsa-pss-sha512": { oid: "rsassaPss", scheme: "rsa-pss", hash: "sha512" },
  "rsa-pss-sha224": { oid: "rsassaPss", scheme: "rsa-pss", hash: "sha224" },
  "rsa-pss-sha1": { oid: "rsassaPss", scheme: "rsa-pss", hash: "sha1" },
  ed25519: { oid: "ed25519", scheme: "ed25519", hash: undefined },
  ed448: { oid: "ed448", scheme: "ed448", hash: undefined },
  "dsa-sha1": { oid: "dsaWithSha1", scheme: "dsa", hash: "sha1" },
  "dsa-sha224": { oid: "dsaWithSha224", scheme: "dsa", hash: "sha224" },
  "dsa-sha256": { oid: "dsaWithSha256", scheme: "dsa", hash: "sha256" },
} as const;

export type SignatureAlgorithmId = keyof typeof rows;
export type SignatureScheme = "ecdsa" | "rsa-pkcs1" | "rsa-pss" | "ed25519" | "ed448" | "dsa";

export interface SignatureAlgorithm {
  readonly id: SignatureAlgorithmId;
  readonly oid: string;
  readonly scheme: SignatureScheme;
  /** None: EdDSA hashes by itself. */
  readonly hash: HashName | undefined;
  /** RSA-PSS only, octets. */
  readonly saltLength: number | undefined;
  /** "ECDSA with SHA-256". */
  readonly words: string;
  /** The AlgorithmIdentifier to write into what is signed. */
  readonly identifierDer: Uint8Array;
  /** The hash that can no longer be trusted, when it is one. */
  readonly weak: "md5" | "sha1" | undefined;
  /** The kinds of key that can make and check it. */
  readonly keyKinds: readonly KeyKind[];
}

/** No salt is longer than the largest modulus that OpenSSL takes, 16,384 bits. Octets. */
const MAX_SALT_BYTES = 2048;

const keyKinds: Readonly<Record<SignatureScheme, readonly KeyKind[]>> = {
  ecdsa: ["ec"],
  "rsa-pkcs1": ["rsa"],
  "rsa-pss": ["rsa", "rsa-pss"],
  ed25519: ["ed25519"],
  ed448: ["ed448"],
  dsa: ["dsa"],
};

const table: ReadonlyMap<string, SignatureAlgorithm> = new Map(
  (Object.keys(rows) as SignatureAlgorithmId[]).map((id) => [id, complete(id)]),
);
const byOid = new Map([...table.values()].map((algorithm) => [algorithm.oid, algorithm]));

/** Every row of the table. */
export const signatureAlgorithms: readonly SignatureAlgorithm[] = [...table.values()];

/** The row with this id. @throws PkiError ERR_SIGNATURE_ALGORITHM_UNKNOWN */
export function signatureAlgorithm(id: string): SignatureAlgorithm {
  const algorithm = table.get(id);
  if (algorithm === undefined)
    throw new PkiError("ERR_SIGNATURE_ALGORITHM_UNKNOWN", { id: id.slice(0, 80), known: [...table.keys()].join(", ") });
  return algorithm;
}

/**
 * The row for an AlgorithmIdentifier, or undefined when the algorithm is unknown or its parameters are not those that its RFC allows:
 * NULL or none for RSA PKCS#1 (RFC 4055 section 5), none for ECDSA (RFC 5758 section 3.2) and EdDSA (RFC 8410 section 3), and for
 * RSA-PSS one hash for message and MGF1 with trailer field 1 (RFC 4055 section 3.1).
 */
export function signatureAlgorithmOf(identifier: AlgorithmIdentifier): SignatureAlgorithm | undefined {
  const { oid, parameters } = identifier;
  if (oid === OID.rsassaPss) return pssAlgorithm(identifier);
  const algorithm = byOid.get(oid);
  const bare = parameters === undefined || (algorithm?.scheme === "rsa-pkcs1" && isNull(parameters));
  return bare ? algorithm : undefined;
}

// Other salt lengths than the hash's own are in use: `openssl req -sigopt rsa_padding_mode:pss` takes the longest that fits.
function pssAlgorithm(identifier: AlgorithmIdentifier): SignatureAlgorithm | undefined {
  const parameters = pssParameters(identifier.parameters);
  if (parameters === undefined || parameters.hash !== parameters.mgf1Hash || parameters.trailerField !== 1)
    return undefined;
  const { hash, saltLength } = parameters;
  const row = table.get(`rsa-pss-${hash}`);
  if (row === undefined || row.saltLength === saltLength) return row;
  const sane = saltLength >= 0 && saltLength <= MAX_SALT_BYTES;
  return sane ? { ...row, saltLength, identifierDer: identifier.der } : undefined;
}

function pssParameters(der: Uint8Array | undefined): PssParameters | undefined {
  try {
    return der && parsePssParameters(der);
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

function complete(id: SignatureAlgorithmId): SignatureAlgorithm {
  const { oid: name, scheme, hash } = rows[id];
  const oid = OID[name];
  const isPss = scheme === "rsa-pss";
  let identifierDer: Uint8Array | undefined; // most programs write one of them
  return {
    id,
    oid,
    scheme,
    hash,
    saltLength: isPss ? digestLength(hash) : undefined,
    words: isPss ? `RSA-PSS with ${hashWords(hash)}` : oidWords(oid),
    weak: hashWeakness(hash),
    keyKinds: keyKinds[scheme],
    get identifierDer() {
      identifierDer ??= encodeAlgorithmIdentifier(oid, parametersOf(id));
      return identifierDer;
    },
  };
}

function parametersOf(id: SignatureAlgorithmId): Uint8Array | undefined {
  const { scheme, hash } = rows[id];
  if (scheme === "rsa-pss") return encodePssParameters(hash);
  return scheme === "rsa-pkcs1" ? nul() : undefined;
}
