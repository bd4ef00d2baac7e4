import { asBuffer } from "../../asn1/bytes.ts";
import { encodeOcspRequest } from "../ocsp/ocsp-request.ts";

/**
 * Where the response to a GET lies in a folder of pre-signed responses: where a static server looks for it, once it has undone the
 * percent-encoding of the path. That is the base64 of the request that RFC 5019 section 2.1.1 prescribes, one CertID and nothing else;
 * its slashes are folders. One that ends in a slash asks for a folder, and is answered by its index.
 */
export function presignedPath(certIdDer: Uint8Array): string {
  const base64 = asBuffer(encodeOcspRequest([certIdDer])).toString("base64");
  return base64.endsWith("/") ? `${base64}index.html` : base64;
}
