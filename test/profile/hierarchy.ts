import { DerReader } from "../../src/asn1/reader.ts";
import type { KeyTypeId } from "../../src/keys/algorithms.ts";
import { PrivateKey } from "../../src/keys/private-key.ts";
import { type SoftwareSigner, softwareSigner } from "../../src/keys/software-signer.ts";
import { builtinProfiles } from "../../src/profile/builtin-profiles.ts";
import type { CertificateRequest } from "../../src/profile/certificate-request.ts";
import { compileProfile } from "../../src/profile/compile-profile.ts";
import type { Issuer, IssuerUrls } from "../../src/profile/issuer.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { Certificate } from "../../src/x509/certificate.ts";
import { type Extension, parseExtension } from "../../src/x509/extension.ts";
import { Name } from "../../src/x509/name.ts";
import { encodeSigned } from "../../src/x509/signed.ts";

/** The fixed clock of these tests. */
export const now: Date = new Date("2026-03-01T12:00:00Z");

/** A certificate with its key, and what it takes to issue below it. */
export interface TestAuthority {
  readonly issuer: Issuer;
  readonly signer: SoftwareSigner;
  readonly certificate: Certificate;
  readonly clock: Date;
}

export interface MakeAuthorityOptions {
  readonly profile?: Profile;
  readonly key?: KeyTypeId;
  readonly urls?: IssuerUrls;
  readonly subject?: string;
  readonly clock?: Date;
}

export function makeRoot(options: MakeAuthorityOptions = {}): TestAuthority {
  const { profile = builtinProfiles.root, key = "ecdsa-p256", clock = now } = options;
  const signer = softwareSigner(PrivateKey.generate(key));
  const issuer = issuerOf(signer, Name.fromString("CN=Test Root,O=Acme,C=DE"), "root");
  const certificate = sign(profile, issuer, signer, { names: [], publicKey: signer.publicKey }, clock);
  return { issuer: { ...issuer, certificate }, signer, certificate, clock };
}

export function makeIntermediate(parent: TestAuthority, options: MakeAuthorityOptions = {}): TestAuthority {
  const {
    profile = builtinProfiles.intermediate,
    key = "ecdsa-p256",
    urls,
    subject = "CN=Test Issuing,O=Acme,C=DE",
  } = options;
  const signer = softwareSigner(PrivateKey.generate(key));
  const name = Name.fromString(subject);
  const certificate = issue(parent, profile, { names: [], publicKey: signer.publicKey, subject: name });
  return {
    issuer: { ...issuerOf(signer, name, "issuing"), certificate, urls },
    signer,
    certificate,
    clock: parent.clock,
  };
}

/** Signs what the profile makes of the request. */
export function issue(authority: TestAuthority, profile: Profile, request: CertificateRequest): Certificate {
  return sign(profile, authority.issuer, authority.signer, request, authority.clock);
}

/** The extension in these bytes. */
export function extensionOf(der: Uint8Array): Extension {
  return parseExtension(DerReader.of(der));
}

/** A serial number as an authority draws it. */
export const serial: Uint8Array = Uint8Array.from({ length: 16 }, (_, i) => 0x70 - i);

function sign(
  profile: Profile,
  issuer: Issuer,
  signer: SoftwareSigner,
  request: CertificateRequest,
  clock: Date,
): Certificate {
  const tbs = compileProfile(profile, issuer).build(request, serial, clock);
  return Certificate.parse(encodeSigned(tbs, signer.signatureAlgorithm.identifierDer, signer.sign(tbs)));
}

function issuerOf({ publicKey, signatureAlgorithm }: SoftwareSigner, subject: Name, id: string): Issuer {
  return { id, subject, keyIdentifier: publicKey.keyIdentifier, signatureAlgorithm };
}
