import type { IssuableKeyTypeId } from "../keys/algorithms.ts";
import { PrivateKey } from "../keys/private-key.ts";
import type { SignatureAlgorithmId } from "../keys/signature-algorithms.ts";
import { type SoftwareSigner, softwareSigner } from "../keys/software-signer.ts";
import { builtinProfile } from "../profile/builtin-profiles.ts";
import { compileProfile } from "../profile/compile-profile.ts";
import type { Profile } from "../profile/profile.ts";
import type { AuthorityUrlRecord } from "../store/authority-record.ts";
import type { Certificate } from "../x509/certificate.ts";
import { Authority } from "./authority.ts";
import type { AuthorityName } from "./authority-name.ts";
import { authorityUrls, type CrlTerms, requireCrlUrl } from "./authority-urls.ts";
import { ChainCheck } from "./chain-check.ts";
import type { Notice } from "./lint.ts";
import { type NameLimits, withNameLimits } from "./name-limits.ts";
import type { CertificateOrder } from "./order.ts";
import { requirePathLength } from "./path-length.ts";
import { prepare } from "./prepare.ts";
import { randomSerial } from "./serial.ts";
import { signCertificate } from "./sign-certificate.ts";

/** What can be said of a new authority. */
export interface AuthorityOptions extends CrlTerms {
  /** ECDSA P-256 unless told. */
  readonly keyType?: IssuableKeyTypeId | undefined;
  /** What it signs with; what its key type signs with unless told. */
  readonly signatureAlgorithm?: SignatureAlgorithmId | undefined;
  /** Whole days; the default of its profile unless told. */
  readonly days?: number | undefined;
  /** Name constraints. */
  readonly limits?: NameLimits | undefined;
  /** Below which it publishes its CRL, OCSP and certificate, such as `http://pki.example.test`. Only issuing CAs have shards and deltas. */
  readonly baseUrl?: string | undefined;
}

/** An authority that was just made: nothing has kept its key yet. */
export interface MadeAuthority {
  readonly authority: Authority;
  readonly key: PrivateKey;
  readonly notices: readonly Notice[];
}

/** Makes a root in memory: a key and a certificate that it signed itself. */
export async function makeRoot(called: AuthorityName, options: AuthorityOptions, now: Date): Promise<MadeAuthority> {
  const { key, signer } = newSigner(options);
  const { publicKey } = key;
  const { id, name, subject } = called;
  const { keyIdentifier } = publicKey;
  const profile = limited(builtinProfile("root"), options);
  const compiled = compileProfile(profile, {
    id,
    subject,
    keyIdentifier,
    signatureAlgorithm: signer.signatureAlgorithm,
  });
  const order = { profile, names: [], subject, days: options.days };
  const { tbsDer, notices } = prepare({
    compiled,
    chain: new ChainCheck([]),
    order,
    publicKey,
    serial: randomSerial(),
    now,
  });
  const certificate = await signCertificate(signer, tbsDer);
  const urls = urlsOf(called, { baseUrl: options.baseUrl });
  return { authority: new Authority({ id, name, certificate, issuers: [], signer, urls }), key, notices };
}

/** How the certificate of an intermediate is issued: into a store, or into memory alone. */
export type IssueIntermediate = (order: CertificateOrder) => Promise<{
  readonly certificate: Certificate;
  readonly notices: readonly Notice[];
}>;

/**
 * Makes an intermediate below `parent`. `pathLength` counts the CAs that may follow it (RFC 5280 section 4.2.1.9). Unless told how many
 * days, it ends no later than its parent.
 * @throws PkiError ERR_CA_PATH_LENGTH, and those of `issue`
 */
export async function makeIntermediate(
  parent: Authority,
  called: AuthorityName,
  options: AuthorityOptions & { readonly pathLength: number },
  issue: IssueIntermediate,
): Promise<MadeAuthority> {
  const { days, pathLength } = options;
  const issuers = [parent.certificate, ...parent.issuers];
  requirePathLength(issuers, pathLength);
  // made before anything is issued: they may be refused
  const urls = urlsOf(called, pathLength === 0 ? options : { baseUrl: options.baseUrl });
  const { key, signer } = newSigner(options);
  const { validity, ...terms } = limited(builtinProfile("intermediate"), options);
  const outlivesIssuer = days === undefined ? "clamp" : "refuse";
  const profile = { ...terms, pathLength, validity: { ...validity, outlivesIssuer } } satisfies Profile;
  const order = { profile, names: [], subject: called.subject, key: key.publicKey, days };
  const { certificate, notices } = await issue(order);
  return { authority: new Authority({ ...called, certificate, issuers, signer, urls }), key, notices };
}

function newSigner({ keyType = "ecdsa-p256", signatureAlgorithm }: AuthorityOptions): NewSigner {
  const key = PrivateKey.generate(keyType);
  return { key, signer: softwareSigner(key, signatureAlgorithm) };
}

interface NewSigner {
  readonly key: PrivateKey;
  readonly signer: SoftwareSigner;
}

function limited(profile: Profile, { limits }: AuthorityOptions): Profile {
  return limits === undefined ? profile : withNameLimits(profile, limits);
}

function urlsOf({ id }: AuthorityName, { baseUrl, ...terms }: AuthorityOptions): AuthorityUrlRecord | undefined {
  requireCrlUrl(baseUrl, terms);
  return baseUrl === undefined ? undefined : authorityUrls(baseUrl, id, terms);
}
