import type {
  Attribute,
  MacData,
  AlgorithmIdentifier as PkijsAlgorithmIdentifier,
  PkiObject,
  SafeContents,
} from "pkijs";
import { OID, oidWords } from "../asn1/oids.ts";
import { DerReader } from "../asn1/reader.ts";
import { TAG } from "../asn1/tag.ts";
import { isPkiError, PkiError } from "../errors/pki-error.ts";
import { type AlgorithmIdentifier, parseAlgorithmIdentifier } from "../x509/algorithm-identifier.ts";
import { parseAttribute } from "../x509/attribute.ts";

// The only file that knows pkijs, loaded when it is needed. PKCS#12 is BER: Windows, macOS and NSS write indefinite lengths and strings
// in pieces, which the DER reader rightly refuses. What leaves this file is octets.

type Pkijs = typeof import("pkijs");

/** PFX and its MacData: RFC 7292 section 4. */
export interface Pfx {
  readonly authenticatedSafe: Uint8Array;
  readonly mac: PfxMac | undefined;
}

export interface PfxMac {
  readonly hashOid: string;
  readonly digest: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/** Octets, encrypted when they come with an algorithm. */
export interface Sealed {
  readonly octets: Uint8Array;
  readonly algorithm?: AlgorithmIdentifier;
}

/** A SafeBag that holds a certificate or a PrivateKeyInfo: RFC 7292 section 4.2. */
export interface SafeBag extends Sealed {
  readonly holds: "certificate" | "key";
  readonly friendlyName: string | undefined;
}

/** @throws PkiError ERR_PKCS12_MALFORMED, ERR_ENCRYPTION_UNSUPPORTED */
export function readPfx(ber: Uint8Array): Promise<Pfx> {
  return reading(async () => {
    const { PFX } = await import("pkijs");
    const { authSafe, macData } = PFX.fromBER(copy(ber));
    if (authSafe.contentType !== OID.data) throw unsupported(authSafe.contentType);
    return { authenticatedSafe: octetsOf(authSafe.content), mac: macData && readMac(macData) };
  });
}

/** The SafeContents of an AuthenticatedSafe. @throws PkiError ERR_PKCS12_MALFORMED, ERR_ENCRYPTION_UNSUPPORTED */
export function readAuthenticatedSafe(ber: Uint8Array): Promise<readonly Sealed[]> {
  return reading(async () => {
    const { AuthenticatedSafe, EncryptedData } = await import("pkijs");
    return AuthenticatedSafe.fromBER(copy(ber)).safeContents.map(({ contentType, content }) => {
      if (contentType === OID.data) return { octets: octetsOf(content) };
      if (contentType !== OID.encryptedData) throw unsupported(contentType);
      const { encryptedContentInfo: info } = new EncryptedData({ schema: content });
      return {
        octets: new Uint8Array(info.getEncryptedContent()),
        algorithm: algorithmOf(info.contentEncryptionAlgorithm),
      };
    });
  });
}

/** The keys and certificates of a SafeContents, also of those nested in it. @throws PkiError ERR_PKCS12_MALFORMED */
export function readSafeContents(ber: Uint8Array): Promise<readonly SafeBag[]> {
  return reading(async () => {
    const pkijs = await import("pkijs");
    return readBags(pkijs, pkijs.SafeContents.fromBER(copy(ber)));
  });
}

function readBags(pkijs: Pkijs, { safeBags }: SafeContents): readonly SafeBag[] {
  return safeBags.flatMap(({ bagValue, bagAttributes = [] }): readonly SafeBag[] => {
    const friendlyName = bagAttributes.map(friendlyNameOf).find((name) => name !== undefined);
    if (bagValue instanceof pkijs.SafeContents) return readBags(pkijs, bagValue);
    if (bagValue instanceof pkijs.PKCS8ShroudedKeyBag) {
      const algorithm = algorithmOf(bagValue.encryptionAlgorithm);
      return [{ holds: "key", octets: octetsOf(bagValue.encryptedData), algorithm, friendlyName }];
    }
    if (bagValue instanceof pkijs.PrivateKeyInfo) return [{ holds: "key", octets: derOf(bagValue), friendlyName }];
    if (!(bagValue instanceof pkijs.CertBag) || bagValue.certId !== OID.x509Certificate) return [];
    return [{ holds: "certificate", octets: octetsOf(bagValue.certValue), friendlyName }];
  });
}

function readMac({ mac, macSalt, iterations = 1 }: MacData): PfxMac {
  const hashOid = mac.digestAlgorithm.algorithmId;
  return { hashOid, digest: octetsOf(mac.digest), salt: octetsOf(macSalt), iterations };
}

// RFC 2985 section 5.5.1: a BMPString.
function friendlyNameOf(attribute: Attribute): string | undefined {
  const { oid, values } = parseAttribute(DerReader.of(derOf(attribute)));
  if (oid !== OID.friendlyName || values[0] === undefined) return undefined;
  return Buffer.from(DerReader.of(values[0]).octetString(TAG.bmpString)).swap16().toString("utf16le");
}

function algorithmOf(identifier: PkijsAlgorithmIdentifier): AlgorithmIdentifier {
  return parseAlgorithmIdentifier(DerReader.of(derOf(identifier)));
}

function derOf(object: PkiObject): Uint8Array {
  return new Uint8Array(object.toSchema().toBER());
}

/** An OCTET STRING's content, put together from its pieces. */
function octetsOf(value: unknown): Uint8Array {
  const { getValue } = value as Partial<{ getValue(): ArrayBuffer }>;
  if (getValue === undefined) throw new TypeError("an OCTET STRING is missing");
  return new Uint8Array(getValue.call(value));
}

// pkijs keeps views of what it is given.
function copy(ber: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(ber);
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isPkiError(error)) throw error;
    throw new PkiError("ERR_PKCS12_MALFORMED", { detail: (error as Error).message }, { cause: error });
  }
}

function unsupported(oid: string): PkiError {
  return new PkiError("ERR_ENCRYPTION_UNSUPPORTED", { algorithm: oidWords(oid) });
}
