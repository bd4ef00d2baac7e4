import { OID } from "../../asn1/oids.ts";
import { octetString, oid, sequence } from "../../asn1/writer.ts";
import { encodeExtension } from "../../x509/extension.ts";
import { invalidityDate } from "../../x509/extensions/invalidity-date.ts";
import { serialHex } from "../../x509/serial-number.ts";
import type { CertId } from "../ocsp/cert-id.ts";
import type { CertStatus } from "../ocsp/single-response.ts";
import { archiveCutoff } from "./archive-cutoff.ts";
import { encodeSingleResponse } from "./encode-single-response.ts";
import { extendedRevoke, nonIssuedRevoked } from "./extended-revoke.ts";
import { IssuerDirectory } from "./issuer-directory.ts";
import {
  type OcspAnswer,
  type Responder,
  refuse,
  refuseForNow,
  refuseMalformed,
  type SignedAnswer,
} from "./ocsp-answer.ts";
import { type Question, readQuestion } from "./question.ts";
import type { IssuedStatus, ServedIssuer } from "./served-issuer.ts";

export interface ResponderTerms {
  /** How long a response may be used: nextUpdate minus thisUpdate. Milliseconds. */
  readonly validityMs: number;
  /** What is said of a serial number that was never issued: RFC 6960 section 2.2. */
  readonly nonIssued: "unknown" | "revoked";
}

/** What a CertID led to. */
export interface Looked {
  readonly certId: CertId;
  /** Undefined: never issued, or by another CA. */
  readonly issued: IssuedStatus | undefined;
}

/** The type of a nonce extension (RFC 9654), written once: most requests that are signed for bring one. */
const nonceType = oid(OID.ocspNonce);

/** Signs an answer to each request. */
export class LiveResponder implements Responder {
  readonly #directory = new IssuerDirectory();
  readonly #terms: ResponderTerms;
  readonly #now: () => Date;

  constructor(issuers: readonly ServedIssuer[], terms: ResponderTerms, now: () => Date) {
    this.#terms = terms;
    this.#now = now;
    for (const issuer of issuers) this.serve(issuer);
  }

  /** Speaks for this issuer too, or for what has become of it. */
  serve(issuer: ServedIssuer): void {
    this.#directory.set(issuer);
  }

  async answer(requestDer: Uint8Array): Promise<OcspAnswer> {
    try {
      return await this.answerQuestion(readQuestion(requestDer));
    } catch (error) {
      return refuseMalformed(error);
    }
  }

  /**
   * A response has one signer, so it speaks for one CA: the first that the request names and that is served here. The certificates of
   * any other are `unknown`; a request that names none of ours is not for us (RFC 6960 section 2.3).
   */
  async answerQuestion({ certIds, nonce }: Question): Promise<OcspAnswer> {
    const issuer = certIds.map((certId) => this.issuerOf(certId)).find((found) => found !== undefined);
    if (issuer === undefined) return refuse("unauthorized", "the request is for certificates of another CA");
    try {
      const looked: Looked[] = [];
      for (const certId of certIds) looked.push(await this.look(issuer, certId));
      return await this.sign(issuer, looked, nonce);
    } catch (error) {
      return refuseForNow(error);
    }
  }

  issuerOf(certId: CertId): ServedIssuer | undefined {
    return this.#directory.find(certId);
  }

  /** What an issuer knows of the certificate. */
  async look(issuer: ServedIssuer, certId: CertId): Promise<Looked> {
    const isOurs = this.issuerOf(certId) === issuer;
    return { certId, issued: isOurs ? await issuer.status(serialHex(certId.serialNumber)) : undefined };
  }

  async sign(issuer: ServedIssuer, looked: readonly Looked[], nonce?: Uint8Array): Promise<SignedAnswer> {
    const signer = await issuer.signer();
    const thisUpdate = wholeSeconds(this.#now().getTime());
    const latest = thisUpdate.getTime() + this.#terms.validityMs;
    const nextUpdate = wholeSeconds(Math.min(latest, signer.certificate.notAfter.getTime()));
    const responses = looked.map(({ certId, issued }) =>
      encodeSingleResponse({
        certIdDer: certId.der,
        status: issued?.status ?? this.#nonIssued(issuer, certId),
        thisUpdate,
        nextUpdate,
        extensions: issued === undefined ? [] : singleExtensions(issued, issuer, thisUpdate),
      }),
    );
    const extensions = [
      ...(nonce === undefined ? [] : [sequence(nonceType, octetString(octetString(nonce)))]),
      ...(this.#terms.nonIssued === "revoked" ? [encodeExtension(extendedRevoke, null, false)] : []),
    ];
    const der = await signer.sign({ producedAt: thisUpdate, responses, extensions });
    const shared = nonce === undefined && looked.every(({ issued }) => issued !== undefined);
    return { status: "successful", der, thisUpdate, nextUpdate, shared };
  }

  #nonIssued(issuer: ServedIssuer, certId: CertId): CertStatus {
    const isOurs = this.issuerOf(certId) === issuer;
    return isOurs && this.#terms.nonIssued === "revoked" ? nonIssuedRevoked : { kind: "unknown" };
  }
}

/** Nothing is ever forgotten: of certificates that expired, the CA knows the state since its own beginning. */
function singleExtensions(issued: IssuedStatus, { certificate }: ServedIssuer, now: Date): readonly Uint8Array[] {
  const { notAfter, invalidityDate: since } = issued;
  return [
    ...(notAfter < now ? [encodeExtension(archiveCutoff, certificate.notBefore, false)] : []),
    ...(since === undefined ? [] : [encodeExtension(invalidityDate, since, false)]),
  ];
}

/** What GeneralizedTime can say. */
function wholeSeconds(ms: number): Date {
  return new Date(Math.floor(ms / 1000) * 1000);
}
