import { explicit, octetString, sequence } from "../../asn1/writer.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import { softwareSigner } from "../../keys/software-signer.ts";
import { encodeCertId } from "../../revocation/ocsp/cert-id.ts";
import { ocspNonce } from "../../revocation/ocsp/ocsp-nonce.ts";
import type { OcspStatus } from "../../revocation/ocsp/ocsp-response.ts";
import type { CertStatus } from "../../revocation/ocsp/single-response.ts";
import {
  encodeErrorResponse,
  encodeResponseData,
  encodeSuccessfulResponse,
} from "../../revocation/respond/encode-response.ts";
import { encodeSingleResponse } from "../../revocation/respond/encode-single-response.ts";
import { readQuestion } from "../../revocation/respond/question.ts";
import { Certificate } from "../../x509/certificate.ts";
import { encodeExtension } from "../../x509/extension.ts";
import type { Issued } from "./issued.ts";

/** How an OCSP response of the lab differs from a good one. */
export interface OcspSpec {
  /** Of whichever certificate is asked about; `good` unless told. */
  readonly status?: CertStatus["kind"];
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  /** Stands in place of the nonce that was asked with. */
  readonly nonce?: Uint8Array;
  /** Who signs in the issuer's stead; its certificate goes along (RFC 6960 section 4.2.2.2). */
  readonly responder?: Issued;
  /** Changes the last octet of the signature. */
  readonly isCorrupt?: boolean;
  /** Says this instead of an answer (RFC 6960 section 2.3). */
  readonly error?: Exclude<OcspStatus, "successful">;
}

const HOUR = 3_600_000;

/** A response about one certificate, made before anybody asks: what servers staple. */
export function issueOcsp(issuer: Issued, about: Issued, spec: OcspSpec, at: Date): Uint8Array {
  const authority = Certificate.parse(issuer.der);
  const certIdDer = encodeCertId("sha1", authority, Certificate.parse(about.der).serialNumber);
  return encodeAnswer(issuer, { certIdDers: [certIdDer], nonce: undefined }, spec, at);
}

/** Answers a request (an OCSPRequest, or anything else): its certificates in its own words, and its nonce. */
export function answerOcsp(issuer: Issued, requestDer: Uint8Array, spec: OcspSpec, at: Date): Uint8Array {
  try {
    const { certIds, nonce } = readQuestion(requestDer);
    return encodeAnswer(issuer, { certIdDers: certIds.map(({ der }) => der), nonce }, spec, at);
  } catch (error) {
    if (isPkiError(error)) return encodeErrorResponse("malformedRequest");
    throw error;
  }
}

interface Asked {
  readonly certIdDers: readonly Uint8Array[];
  readonly nonce: Uint8Array | undefined;
}

function encodeAnswer(issuer: Issued, asked: Asked, spec: OcspSpec, at: Date): Uint8Array {
  const { status = "good", nonce = asked.nonce, responder, isCorrupt, error } = spec;
  if (error !== undefined) return encodeErrorResponse(error);
  const { thisUpdate = before(at, 1), nextUpdate = before(at, -144) } = spec;
  const signer = softwareSigner((responder ?? issuer).key);
  const certStatus: CertStatus =
    status === "revoked" ? { kind: status, at: before(at, 48), reason: undefined } : { kind: status };
  const responseData = encodeResponseData({
    responderIdDer: explicit(2, octetString(signer.publicKey.keyIdentifier)),
    producedAt: thisUpdate,
    responses: asked.certIdDers.map((certIdDer) =>
      encodeSingleResponse({ certIdDer, status: certStatus, thisUpdate, nextUpdate, extensions: [] }),
    ),
    extensions: nonce === undefined ? [] : [encodeExtension(ocspNonce, nonce, false)],
  });
  const signature = Uint8Array.from(signer.sign(responseData));
  if (isCorrupt) signature[signature.length - 1] = (signature.at(-1) as number) ^ 1;
  return encodeSuccessfulResponse({
    responseData,
    signatureAlgorithm: signer.signatureAlgorithm.identifierDer,
    signature,
    certsDer: responder && explicit(0, sequence(responder.der)),
  });
}

function before(at: Date, hours: number): Date {
  return new Date(at.getTime() - hours * HOUR);
}
