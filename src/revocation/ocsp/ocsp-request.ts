import { DerReader } from "../../asn1/reader.ts";
import { explicit, sequence } from "../../asn1/writer.ts";
import { type Extension, encodeExtension } from "../../x509/extension.ts";
import { skipVersion } from "./basic-response.ts";
import { type CertId, parseCertId } from "./cert-id.ts";
import { ocspNonce } from "./ocsp-nonce.ts";
import { readExtensions } from "./single-response.ts";

/** OCSPRequest (RFC 6960 section 4.1.1). Who asks, and the signature that may prove it, are read over: they decide nothing. */
export interface OcspRequest {
  readonly certIds: readonly CertId[];
  readonly extensions: readonly Extension[];
}

/** @throws PkiError ERR_DER */
export function parseOcspRequest(der: Uint8Array): OcspRequest {
  const outer = DerReader.of(der);
  const request = outer.sequence("OCSPRequest");
  outer.end("the end of OCSPRequest");
  const body = request.sequence("tbsRequest");
  skipVersion(body);
  body.explicit(1);
  const certIds = body.sequence("requestList").each(parseRequest);
  const extensions = readExtensions(body, 2);
  body.end("the end of tbsRequest");
  request.explicit(0);
  request.end("the end of OCSPRequest");
  return { certIds, extensions };
}

/** A request for one certificate or several, unsigned. @param certIds as `encodeCertId` makes them. */
export function encodeOcspRequest(certIds: readonly Uint8Array[], nonce?: Uint8Array): Uint8Array {
  const list = sequence(...certIds.map((certId) => sequence(certId)));
  const extensions = nonce ? [explicit(2, sequence(encodeExtension(ocspNonce, nonce, false)))] : [];
  return sequence(sequence(list, ...extensions));
}

/** Extensions of a single request, such as the service locator, are for responders that pass requests on. */
function parseRequest(reader: DerReader): CertId {
  const body = reader.sequence("a Request");
  const certId = parseCertId(body);
  readExtensions(body, 0);
  body.end("the end of the Request");
  return certId;
}
