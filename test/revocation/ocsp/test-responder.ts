import { OID } from "../../../src/asn1/oids.ts";
import { TAG } from "../../../src/asn1/tag.ts";
import {
  bitString,
  explicit,
  generalizedTime,
  integer,
  octetString,
  oid,
  retag,
  sequence,
  tlv,
} from "../../../src/asn1/writer.ts";
import type { HashName } from "../../../src/keys/hash-algorithm.ts";
import { encodeCertId } from "../../../src/revocation/ocsp/cert-id.ts";
import { type OcspResponse, parseOcspResponse } from "../../../src/revocation/ocsp/ocsp-response.ts";
import type { Certificate } from "../../../src/x509/certificate.ts";
import { type CrlReason, crlReasons } from "../../../src/x509/extensions/reason-code.ts";
import { days, type TestIssuer } from "../test-issuer.ts";

export interface AnswerFacts {
  readonly status?: "good" | "unknown" | { readonly reason: CrlReason };
  readonly serial?: number;
  readonly hash?: HashName;
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date | undefined;
  readonly extensions?: readonly Uint8Array[];
}

export interface ResponseFacts {
  readonly answers?: readonly AnswerFacts[];
  readonly by?: "name" | "key";
  readonly producedAt?: Date;
  readonly extensions?: readonly Uint8Array[];
  readonly certificates?: readonly Certificate[];
}

/** An OCSP response about certificates of `ca`, signed by `signer`, right or wrong as the facts say. */
export function respond(ca: TestIssuer, signer: TestIssuer, facts: ResponseFacts = {}): OcspResponse {
  return parseOcspResponse(responseDer(ca, signer, facts));
}

/** The same in DER. */
export function responseDer(ca: TestIssuer, signer: TestIssuer, facts: ResponseFacts = {}): Uint8Array {
  const { answers = [{}], by = "name", producedAt = days(-1), extensions = [], certificates = [] } = facts;
  const keyHash = octetString(signer.key.publicKey.keyIdentifier);
  const data = sequence(
    by === "name" ? explicit(1, signer.name.der) : explicit(2, keyHash),
    generalizedTime(producedAt),
    sequence(...answers.map((answer) => singleResponse(ca, answer))),
    ...(extensions.length > 0 ? [explicit(1, sequence(...extensions))] : []),
  );
  const basic = sequence(
    data,
    signer.signer.signatureAlgorithm.identifierDer,
    bitString(signer.signer.sign(data)),
    ...(certificates.length > 0 ? [explicit(0, sequence(...certificates.map(({ der }) => der)))] : []),
  );
  const bytes = sequence(oid(OID.ocspBasic), octetString(basic));
  return sequence(integer(0, TAG.enumerated), explicit(0, bytes));
}

/** A response that gives no answer. */
export function refusal(status: number): OcspResponse {
  return parseOcspResponse(sequence(integer(status, TAG.enumerated)));
}

function singleResponse(ca: TestIssuer, facts: AnswerFacts): Uint8Array {
  const { status = "good", serial = 1, hash = "sha1", thisUpdate = days(-1), extensions = [] } = facts;
  const nextUpdate = "nextUpdate" in facts ? facts.nextUpdate : days(1);
  return sequence(
    encodeCertId(hash, ca.root, Uint8Array.of(serial)),
    certStatus(status),
    generalizedTime(thisUpdate),
    ...(nextUpdate ? [explicit(0, generalizedTime(nextUpdate))] : []),
    ...(extensions.length > 0 ? [explicit(1, sequence(...extensions))] : []),
  );
}

function certStatus(status: NonNullable<AnswerFacts["status"]>): Uint8Array {
  if (status === "good") return tlv(0x80);
  if (status === "unknown") return tlv(0x82);
  const reason = explicit(0, integer(crlReasons[status.reason], TAG.enumerated));
  return retag(0xa1, sequence(generalizedTime(days(-2)), reason));
}
