import { PkiError } from "../../errors/pki-error.ts";
import type { PrivateKey } from "../../keys/private-key.ts";
import { PublicKey } from "../../keys/public-key.ts";
import { softwareSigner } from "../../keys/software-signer.ts";
import { delegateRefusal } from "../../revocation/ocsp/responder.ts";
import { ResponseSigner } from "../../revocation/respond/response-signer.ts";
import type { Certificate } from "../../x509/certificate.ts";

/** A responder that an authority certified elsewhere (RFC 6960 section 4.2.2.2): it answers while the authority's own key is away. */
export interface ExternalResponder {
  readonly certificate: Certificate;
  readonly key: PrivateKey;
}

/** Signs with such a responder, as long as its certificate lasts. */
export class ExternalSigner {
  readonly #signer: ResponseSigner;
  readonly #now: () => Date;

  /** @throws PkiError ERR_OCSP_RESPONDER when it may not speak for this authority */
  constructor({ certificate, key }: ExternalResponder, authority: Certificate, now: () => Date) {
    const problem = key.matches(PublicKey.fromSpki(certificate.spkiDer))
      ? delegateRefusal(certificate, authority, now())
      : "its private key is another one";
    if (problem !== undefined) throw responderError(certificate, problem);
    this.#signer = ResponseSigner.ofDelegate(softwareSigner(key), certificate);
    this.#now = now;
  }

  /** @throws PkiError ERR_OCSP_RESPONDER once its certificate has expired */
  async get(): Promise<ResponseSigner> {
    const { certificate } = this.#signer;
    if (this.#now() <= certificate.notAfter) return this.#signer;
    throw responderError(certificate, `its certificate expired at ${certificate.notAfter.toISOString()}`);
  }
}

export function responderError({ subject }: Certificate, problem: string): PkiError {
  return new PkiError("ERR_OCSP_RESPONDER", { responder: subject.toString(), problem });
}
