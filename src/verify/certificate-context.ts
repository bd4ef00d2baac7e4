import { PublicKey } from "../keys/public-key.ts";
import type { Certificate } from "../x509/certificate.ts";
import type { Role, RuleContext } from "./rule.ts";
import type { VerifyRequest } from "./verify-request.ts";

/** What the rules see beside one certificate; its key is read once, and when it is asked for. */
export class CertificateContext implements RuleContext {
  readonly role: Role;
  readonly request: VerifyRequest;
  readonly #certificate: Certificate;
  #publicKey: PublicKey | undefined;

  constructor(certificate: Certificate, role: Role, request: VerifyRequest) {
    this.#certificate = certificate;
    this.role = role;
    this.request = request;
  }

  get publicKey(): PublicKey {
    this.#publicKey ??= PublicKey.fromSpki(this.#certificate.spkiDer);
    return this.#publicKey;
  }
}
