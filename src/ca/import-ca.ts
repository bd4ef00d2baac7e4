import { equalBytes } from "../asn1/bytes.ts";
import type { Passphrase } from "../keys/passphrase.ts";
import type { PrivateKey } from "../keys/private-key.ts";
import { PublicKey } from "../keys/public-key.ts";
import type { AuthorityRecord, NewAuthority } from "../store/authority-record.ts";
import type { Certificate } from "../x509/certificate.ts";
import { authorityChain } from "./authority-chain.ts";
import { keyMismatch, keyToPem } from "./authority-key.ts";
import { authorityId } from "./authority-name.ts";
import { authorityUrls } from "./authority-urls.ts";
import type { CaContext } from "./context.ts";
import { issuerChain } from "./issuer-chain.ts";
import { refuseLabMarked } from "./refuse-lab-marked.ts";
import { requireSigningCertificate } from "./signing-certificate.ts";

export interface ImportCaOptions {
  readonly key: PrivateKey;
  /** The certificate of this key and those above it up to the root, in any order. Those that the store has may be left out. */
  readonly certificates: readonly Certificate[];
  /** What to call it; its common name unless told. */
  readonly name?: string | undefined;
  /** Below which it publishes its CRL, OCSP and certificate. */
  readonly baseUrl?: string | undefined;
  /** Encrypts the private key in the store. */
  readonly passphrase?: Passphrase | undefined;
}

/**
 * Takes an existing CA into the store. It must be able to sign: its key and certificate belong together, and the chain holds.
 * @throws PkiError ERR_CA_KEY_MISMATCH, ERR_CA_CHAIN_INCOMPLETE, ERR_CA_LAB_MARKED, ERR_CA_CANNOT_SIGN, ERR_CA_PATH_LENGTH,
 * ERR_CA_CHAIN_INVALID, ERR_STORE_AUTHORITY_EXISTS
 */
export async function importCa({ store, now }: CaContext, options: ImportCaOptions): Promise<AuthorityRecord> {
  const addition = await importedAuthority(await store.authorities(), options, now());
  await store.addAuthorities([addition]);
  return { ...addition.record, keyAt: "store" };
}

/** What a store with these authorities would take in; the checks of `importCa`, and nothing changes. */
export async function importedAuthority(
  authorities: readonly AuthorityRecord[],
  options: ImportCaOptions,
  now: Date,
): Promise<NewAuthority> {
  const { key, certificates, baseUrl, passphrase } = options;
  const known = authorities.map((record) => ({ id: record.id, ...authorityChain(record, authorities) }));
  const certificate = certificateOf(key, certificates);
  const name = options.name ?? certificate.subject.commonName ?? certificate.subject.toString();
  const id = authorityId(name);
  const issuers = issuerChain(certificate, [...certificates, ...known.map((each) => each.certificate)]);
  refuseLabMarked(name, issuers.at(-1) ?? certificate);
  requireSigningCertificate(name, certificate, issuers, now);
  const parent = known.find((each) => issuers[0] !== undefined && equalBytes(each.certificate.der, issuers[0].der))?.id;
  const record = {
    id,
    name,
    kind: issuers.length === 0 ? ("root" as const) : ("intermediate" as const),
    parent,
    certificatePem: certificate.toPem(),
    chainPem: parent === undefined ? issuers.map((issuer) => issuer.toPem()) : undefined,
    keyType: key.publicKey.keyType?.id ?? key.publicKey.words,
    createdAt: now.toISOString(),
    urls: baseUrl === undefined ? undefined : authorityUrls(baseUrl, id),
  };
  return { record, keyPem: await keyToPem(key, passphrase) };
}

function certificateOf(key: PrivateKey, certificates: readonly Certificate[]): Certificate {
  const own = certificates.find(({ spkiDer }) => key.matches(PublicKey.fromSpki(spkiDer)));
  if (own !== undefined) return own;
  const [first] = certificates;
  if (first === undefined) throw new TypeError("there is no certificate to import");
  throw keyMismatch(first.subject.toString(), key, PublicKey.fromSpki(first.spkiDer));
}
