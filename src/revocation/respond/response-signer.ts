import { explicit, octetString, sequence } from "../../asn1/writer.ts";
import type { Signer } from "../../keys/signer.ts";
import type { Certificate } from "../../x509/certificate.ts";
import { encodeResponseData, encodeSuccessfulResponse, type ResponseDataInput } from "./encode-response.ts";

/** Signs responses: with the key of the CA, or with that of a responder to which the CA gave a certificate (RFC 6960 section 4.2.2.2). */
export class ResponseSigner {
  /** The certificate whose key signs: the CA's own, or the responder's. */
  readonly certificate: Certificate;
  readonly #signer: Signer;
  readonly #responderIdDer: Uint8Array;
  readonly #certsDer: Uint8Array | undefined;

  private constructor(
    signer: Signer,
    certificate: Certificate,
    { responderId, certs }: { responderId: Uint8Array; certs?: Uint8Array },
  ) {
    this.certificate = certificate;
    this.#signer = signer;
    this.#responderIdDer = responderId;
    this.#certsDer = certs;
  }

  /** The CA signs itself; clients have its certificate. They find it byName: GnuTLS looks for keys in the response alone. */
  static ofCa(signer: Signer, certificate: Certificate): ResponseSigner {
    return new ResponseSigner(signer, certificate, { responderId: explicit(1, certificate.subject.der) });
  }

  /** A responder signs, and its certificate goes along; byKey is the shorter form. */
  static ofDelegate(signer: Signer, certificate: Certificate): ResponseSigner {
    const responderId = explicit(2, octetString(signer.publicKey.keyIdentifier));
    return new ResponseSigner(signer, certificate, { responderId, certs: explicit(0, sequence(certificate.der)) });
  }

  /** The DER of an OCSPResponse. */
  async sign(data: Omit<ResponseDataInput, "responderIdDer">): Promise<Uint8Array> {
    const responseData = encodeResponseData({ ...data, responderIdDer: this.#responderIdDer });
    return encodeSuccessfulResponse({
      responseData,
      signatureAlgorithm: this.#signer.signatureAlgorithm.identifierDer,
      signature: await this.#signer.sign(responseData),
      certsDer: this.#certsDer,
    });
  }
}
