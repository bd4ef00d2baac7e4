import { hash, randomBytes } from "node:crypto";
import { OID } from "../asn1/oids.ts";
import { contextPrimitive, TAG } from "../asn1/tag.ts";
import { explicit, integer, nul, octetString, oid, sequence, setOf, tlv } from "../asn1/writer.ts";
import { encodeAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { encodeAttribute } from "../x509/attribute.ts";
import type { Certificate } from "../x509/certificate.ts";
import { encodeEncryptedPrivateKeyInfo } from "./encrypted-private-key-info.ts";
import type { HashName } from "./hash-algorithm.ts";
import { askPassphrase, type Passphrase } from "./passphrase.ts";
import { type Encrypted, encryptPbes2 } from "./pbes2.ts";
import { newPbkdf2 } from "./pbkdf2.ts";
import { pkcs12Mac } from "./pkcs12-mac.ts";
import { encryptTripleDesPbe } from "./pkcs12-pbe.ts";
import type { PrivateKey } from "./private-key.ts";
import { PublicKey } from "./public-key.ts";

export interface EncodePkcs12Input {
  readonly key: PrivateKey;
  readonly certificate: Certificate;
  /** The certificates above it, nearest first. */
  readonly chain?: readonly Certificate[];
  readonly passphrase: Passphrase;
  /** What key stores list the entry under; Java calls it the alias. */
  readonly friendlyName?: string;
  /** 3DES and SHA-1 instead of AES-256 and SHA-256: for old macOS, Windows before 10 1709 and Java before 8u301. */
  readonly legacy?: boolean;
}

/** How a file is protected. */
interface Protection {
  readonly macHash: HashName;
  readonly iterations: number;
  encrypt(plaintext: Uint8Array, passphrase: string): Promise<Encrypted> | Encrypted;
}

/** For encryption and MAC alike, since a guess needs only one of them. .NET 9 opens up to 300,000 (Pkcs12LoaderLimits). */
const ITERATIONS = 100_000;
/** What Java writes (keystore.pkcs12.macIterationCount), for machines that are old and slow. */
const LEGACY_ITERATIONS = 10_000;

const modern: Protection = {
  macHash: "sha256",
  iterations: ITERATIONS,
  encrypt: (plaintext, passphrase) => encryptPbes2(plaintext, passphrase, newPbkdf2(ITERATIONS)),
};
const legacy: Protection = {
  macHash: "sha1",
  iterations: LEGACY_ITERATIONS,
  encrypt: (plaintext, passphrase) => encryptTripleDesPbe(plaintext, passphrase, LEGACY_ITERATIONS),
};

/**
 * A PKCS#12 file (RFC 7292): key, certificate and chain under one passphrase, sealed with a MAC.
 * @throws PkiError ERR_KEY_MISMATCH when the key is not the certificate's
 */
export async function encodePkcs12(input: EncodePkcs12Input): Promise<Uint8Array> {
  const { key, certificate, chain = [] } = input;
  key.assertMatches(PublicKey.fromSpki(certificate.spkiDer), "the certificate");
  const protection = input.legacy ? legacy : modern;
  const passphrase = await askPassphrase(input.passphrase, "PKCS#12 file");
  const attributes = bagAttributes(certificate, input.friendlyName);
  const certificates = sequence(
    certificateBag(certificate, attributes),
    ...chain.map((issuer) => certificateBag(issuer)),
  );
  const shrouded = encodeEncryptedPrivateKeyInfo(await protection.encrypt(key.pkcs8Der, passphrase));
  const keys = sequence(bag(OID.pkcs8ShroudedKeyBag, shrouded, attributes));
  const safes = [encryptedData(await protection.encrypt(certificates, passphrase)), data(keys)];
  return seal(sequence(...safes), passphrase, protection);
}

/** PFX: RFC 7292 section 4. */
function seal(authenticatedSafe: Uint8Array, passphrase: string, { macHash, iterations }: Protection): Uint8Array {
  const salt = randomBytes(16);
  const mac = pkcs12Mac({ hash: macHash, salt, iterations }, passphrase, authenticatedSafe);
  const digestInfo = sequence(encodeAlgorithmIdentifier(OID[macHash], nul()), octetString(mac));
  const macData = sequence(digestInfo, octetString(salt), integer(iterations));
  return sequence(integer(3), data(authenticatedSafe), macData);
}

/** ContentInfo with plain octets: RFC 5652 section 4. */
function data(content: Uint8Array): Uint8Array {
  return sequence(oid(OID.data), explicit(0, octetString(content)));
}

/** ContentInfo with EncryptedData: RFC 5652 section 8. */
function encryptedData({ identifierDer, ciphertext }: Encrypted): Uint8Array {
  const content = sequence(oid(OID.data), identifierDer, tlv(contextPrimitive(0), ciphertext));
  return sequence(oid(OID.encryptedData), explicit(0, sequence(integer(0), content)));
}

/** CertBag: RFC 7292 section 4.2.3. */
function certificateBag({ der }: Certificate, attributes?: Uint8Array): Uint8Array {
  const value = sequence(oid(OID.x509Certificate), explicit(0, octetString(der)));
  return bag(OID.certBag, value, attributes);
}

/** SafeBag: RFC 7292 section 4.2. */
function bag(type: string, value: Uint8Array, attributes: Uint8Array = new Uint8Array()): Uint8Array {
  return sequence(oid(type), explicit(0, value), attributes);
}

/** localKeyId ties the key to its certificate (RFC 2985 section 5.5.2): as OpenSSL has it, the certificate's SHA-1. */
function bagAttributes({ der }: Certificate, friendlyName: string | undefined): Uint8Array {
  const localKeyId = encodeAttribute({ oid: OID.localKeyId, values: [octetString(hash("sha1", der, "buffer"))] });
  if (friendlyName === undefined) return setOf(localKeyId);
  const name = tlv(TAG.bmpString, Buffer.from(friendlyName, "utf16le").swap16());
  return setOf(encodeAttribute({ oid: OID.friendlyName, values: [name] }), localKeyId);
}
