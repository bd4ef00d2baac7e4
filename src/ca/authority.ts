import type { Signer } from "../keys/signer.ts";
import { type CompiledProfile, compileProfile } from "../profile/compile-profile.ts";
import type { Issuer } from "../profile/issuer.ts";
import type { Profile } from "../profile/profile.ts";
import type { AuthorityUrlRecord } from "../store/authority-record.ts";
import type { CertificateRecord } from "../store/certificate-record.ts";
import type { Certificate } from "../x509/certificate.ts";
import { ChainCheck } from "./chain-check.ts";
import { crlShardOf, fillShard } from "./crl/crl-shard.ts";

export interface AuthorityInput {
  /** Lower-case letters, digits and dashes. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly certificate: Certificate;
  /** The certificates above this one, nearest first, the root last; none for a root. */
  readonly issuers: readonly Certificate[];
  readonly signer: Signer;
  readonly urls?: AuthorityUrlRecord | undefined;
  /** Which certificate of its chain was revoked, if one was: it signs CRLs and OCSP responses, and issues nothing else. */
  readonly revoked?: CertificateRecord | undefined;
}

/** An authority that can sign: its certificate and chain, its key, and the profiles compiled for it. It needs no store. */
export class Authority {
  readonly id: string;
  readonly name: string;
  readonly certificate: Certificate;
  readonly issuers: readonly Certificate[];
  readonly root: Certificate;
  /** What a server sends after a leaf of this authority: its certificate and those above, without the root. */
  readonly chain: readonly Certificate[];
  /** What a profile needs to know of it. */
  readonly issuer: Issuer;
  readonly signer: Signer;
  readonly chainCheck: ChainCheck;
  readonly urls: AuthorityUrlRecord | undefined;
  /** What was revoked of its chain when it was opened. */
  readonly revoked: CertificateRecord | undefined;
  /** The issuer as it stands in certificates of each shard of its CRL: their URLs differ. */
  readonly #shards: readonly CompiledIssuer[];

  constructor({ id, name, certificate, issuers, signer, urls, revoked }: AuthorityInput) {
    this.id = id;
    this.name = name;
    this.certificate = certificate;
    this.issuers = issuers;
    this.root = issuers.at(-1) ?? certificate;
    this.chain = [certificate, ...issuers].slice(0, -1);
    this.signer = signer;
    this.chainCheck = new ChainCheck([certificate, ...issuers]);
    this.urls = urls;
    this.revoked = revoked;
    this.issuer = {
      id,
      subject: certificate.subject,
      keyIdentifier: certificate.subjectKeyIdentifier?.value ?? signer.publicKey.keyIdentifier,
      signatureAlgorithm: signer.signatureAlgorithm,
      certificate,
      urls,
    };
    const { crl = [], crlShards = 1 } = urls ?? {};
    this.#shards = Array.from({ length: crlShards }, (_, shard) => ({
      issuer: { ...this.issuer, urls: { ...urls, crl: crl.map((url) => fillShard(url, shard)) } },
      compiled: new WeakMap(),
    }));
  }

  /** The profile compiled for a certificate with this serial number: once for each shard, however many certificates follow. */
  compile(profile: Profile, serial: Uint8Array): CompiledProfile {
    const { issuer, compiled } = this.#shards[crlShardOf(serial, this.#shards.length)] as CompiledIssuer;
    const known = compiled.get(profile);
    if (known !== undefined) return known;
    const made = compileProfile(profile, issuer);
    compiled.set(profile, made);
    return made;
  }
}

interface CompiledIssuer {
  readonly issuer: Issuer;
  readonly compiled: WeakMap<Profile, CompiledProfile>;
}
