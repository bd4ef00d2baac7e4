import { timingSafeEqual } from "node:crypto";
import { oidWords } from "../asn1/oids.ts";
import { PkiError } from "../errors/pki-error.ts";
import { Certificate } from "../x509/certificate.ts";
import { hashOfOid } from "./hash-algorithm.ts";
import { checkPkcs12Cost, checkPkcs12Keys } from "./kdf-cost.ts";
import { askPassphrase, type Passphrase } from "./passphrase.ts";
import { decryptWithPassphrase } from "./password-encryption.ts";
import { pkcs12Mac } from "./pkcs12-mac.ts";
import {
  type PfxMac,
  readAuthenticatedSafe,
  readPfx,
  readSafeContents,
  type SafeBag,
  type Sealed,
} from "./pkcs12-structure.ts";
import { PrivateKey } from "./private-key.ts";
import { PublicKey } from "./public-key.ts";

/** What a PKCS#12 file holds, in its order. */
export interface Pkcs12 {
  readonly keys: readonly Pkcs12Key[];
  /** All certificates, those of the keys among them. */
  readonly certificates: readonly Pkcs12Certificate[];
}

export interface Pkcs12Key {
  readonly key: PrivateKey;
  /** The certificate of this key, when the file holds it. */
  readonly certificate: Certificate | undefined;
  readonly friendlyName: string | undefined;
}

export interface Pkcs12Certificate {
  readonly certificate: Certificate;
  readonly friendlyName: string | undefined;
}

/**
 * Opens a PKCS#12 file (RFC 7292), modern or legacy: PBES2, 3DES or RC2, sealed with a MAC of any hash.
 * @throws PkiError ERR_PKCS12_MALFORMED, ERR_PASSPHRASE_MISSING, ERR_PASSPHRASE_WRONG, ERR_ENCRYPTION_UNSUPPORTED, ERR_KDF_COST
 */
export async function decodePkcs12(ber: Uint8Array, passphrase?: Passphrase): Promise<Pkcs12> {
  const { authenticatedSafe, mac } = await readPfx(ber);
  const secret = await askPassphrase(passphrase, "PKCS#12 file");
  if (mac !== undefined) checkMac(mac, secret, authenticatedSafe);
  const bags = await openSafes(await readAuthenticatedSafe(authenticatedSafe), secret);
  const certificates = bags
    .filter(({ holds }) => holds === "certificate")
    .map(({ octets, friendlyName }) => ({ certificate: Certificate.parse(octets), friendlyName }));
  return { keys: await openKeys(bags, certificates, secret), certificates };
}

async function openSafes(safes: readonly Sealed[], passphrase: string): Promise<readonly SafeBag[]> {
  const bags: SafeBag[] = [];
  for (const safe of safes) bags.push(...(await readSafeContents(await open(safe, passphrase))));
  return bags;
}

async function openKeys(
  bags: readonly SafeBag[],
  certificates: readonly Pkcs12Certificate[],
  passphrase: string,
): Promise<readonly Pkcs12Key[]> {
  const keyBags = bags.filter(({ holds }) => holds === "key");
  checkPkcs12Keys(keyBags.length);
  const keys: Pkcs12Key[] = [];
  for (const bag of keyBags) {
    const key = await PrivateKey.import(await open(bag, passphrase));
    const own = certificates.find(({ certificate }) => key.matches(PublicKey.fromSpki(certificate.spkiDer)));
    keys.push({ key, certificate: own?.certificate, friendlyName: bag.friendlyName ?? own?.friendlyName });
  }
  return keys;
}

async function open({ algorithm, octets }: Sealed, passphrase: string): Promise<Uint8Array> {
  return algorithm === undefined ? octets : decryptWithPassphrase(algorithm, octets, passphrase);
}

function checkMac({ hashOid, digest, salt, iterations }: PfxMac, passphrase: string, content: Uint8Array): void {
  const hash = hashOfOid(hashOid);
  if (hash === undefined)
    throw new PkiError("ERR_ENCRYPTION_UNSUPPORTED", { algorithm: `a MAC of ${oidWords(hashOid)}` });
  checkPkcs12Cost(iterations);
  const expected = pkcs12Mac({ hash, salt, iterations }, passphrase, content);
  if (digest.length !== expected.length || !timingSafeEqual(digest, expected))
    throw new PkiError("ERR_PASSPHRASE_WRONG");
}
