import { OID } from "../../asn1/oids.ts";
import type { IssuableKeyTypeId } from "../../keys/algorithms.ts";
import { PrivateKey } from "../../keys/private-key.ts";
import { softwareSigner } from "../../keys/software-signer.ts";
import { builtinProfile } from "../../profile/builtin-profiles.ts";
import type { Profile } from "../../profile/profile.ts";
import { ResponseSigner } from "../../revocation/respond/response-signer.ts";
import { Name } from "../../x509/name.ts";
import type { Authority } from "../authority.ts";
import type { CaContext } from "../context.ts";
import { issue } from "../issue.ts";

const DAY_MS = 86_400_000;
/** How long a renewal that failed is not tried again. Milliseconds. */
const RETRY_MS = 60_000;
/** ub-common-name (RFC 5280 appendix A.1). Characters. */
const MAX_COMMON_NAME = 64;

/**
 * A responder that an authority certifies for a short time (RFC 6960 section 4.2.2.2). Its key lives in this process alone. It renews
 * itself, key and all, when half of the certificate's time is over.
 */
export class DelegatedSigner {
  readonly #context: CaContext;
  readonly #authority: Authority;
  readonly #days: number;
  #current: ResponseSigner | undefined;
  #renewal: Promise<ResponseSigner> | undefined;
  #renewAt = 0;

  /** @param validityMs how long its responses are to be valid: its certificate lasts at least twice as long. */
  constructor(context: CaContext, authority: Authority, validityMs: number) {
    const { default: usual, max } = builtinProfile("ocsp-signer").validity;
    this.#context = context;
    this.#authority = authority;
    this.#days = Math.min(Math.max(Math.ceil((2 * validityMs) / DAY_MS), usual / 86_400), max / 86_400);
  }

  /** @throws PkiError those of `issue`, when there is no certificate and none can be had */
  async get(): Promise<ResponseSigner> {
    if (this.#current !== undefined && this.#now < this.#renewAt) return this.#current;
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #renew(): Promise<ResponseSigner> {
    try {
      const { signer, certificate } = await certify(this.#context, this.#authority, this.#days);
      this.#renewAt = (certificate.notBefore.getTime() + certificate.notAfter.getTime()) / 2;
      this.#current = ResponseSigner.ofDelegate(signer, certificate);
    } catch (error) {
      if (this.#current === undefined || this.#now >= this.#current.certificate.notAfter.getTime()) throw error;
      this.#renewAt = this.#now + RETRY_MS;
    }
    return this.#current;
  }

  get #now(): number {
    return this.#context.now().getTime();
  }
}

async function certify(context: CaContext, authority: Authority, days: number) {
  const key = PrivateKey.generate(keyTypeFor(authority));
  const { validity, ...terms } = builtinProfile("ocsp-signer");
  const profile: Profile = { ...terms, validity: { ...validity, outlivesIssuer: "clamp" } };
  const value = `OCSP responder of ${authority.name}`.slice(0, MAX_COMMON_NAME);
  const subject = Name.of([[{ type: OID.commonName, value }]]);
  const { certificate } = await issue(context, authority, { profile, names: [], subject, key: key.publicKey, days });
  return { certificate, signer: softwareSigner(key) };
}

/** Clients of an RSA hierarchy may know nothing else. */
function keyTypeFor({ signer }: Authority): IssuableKeyTypeId {
  return signer.signatureAlgorithm.scheme.startsWith("rsa") ? "rsa-2048" : "ecdsa-p256";
}
