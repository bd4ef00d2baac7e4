import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { OcspEndpoint } from "./ocsp-endpoint.ts";
import { plainText } from "./plain-text.ts";
import type { PublicationEndpoint } from "./publication-endpoint.ts";

export interface PublicSiteParts {
  readonly ocsp: OcspEndpoint;
  /** None: OCSP alone is served. */
  readonly publications: PublicationEndpoint | undefined;
  /** Hears of what went wrong in us, not in the request. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * What everybody may read of a CA, without a secret and so without TLS: OCSP, CRLs and CA certificates, where `authorityUrls` puts them,
 * below whatever base path a proxy leaves in front. OCSP answers at `/` too: many clients are given nothing but a host.
 */
export function publicSite({ ocsp, publications, onFailure }: PublicSiteParts): RequestListener {
  return (request, response) => {
    try {
      route(request, response)?.catch((error: unknown) => fail(error, request, response));
    } catch (error) {
      fail(error, request, response);
    }
  };

  function route(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    const { method, url = "/" } = request;
    const query = url.indexOf("?");
    const path = query < 0 ? url : url.slice(0, query);
    if (method === "POST") {
      if (path === "/" || /\/ocsp\/?$/.test(path)) return ocsp.post(request, response);
      return plainText(response, 404, "OCSP requests go to /ocsp");
    }
    if (method !== "GET" && method !== "HEAD")
      return plainText(response, 405, "only GET, HEAD and POST", ["Allow", "GET, HEAD, POST"]);
    const encoded = encodedRequest(path);
    if (encoded !== undefined) return ocsp.get(encoded, request, response);
    const name = /\/(?:crl|ca)\/([a-z0-9-]+\.(?:crl|cer))$/.exec(path)?.[1];
    if (name !== undefined && publications !== undefined) return publications.get(name, request, response);
    return plainText(response, 404, "there is nothing here: OCSP is at /ocsp, CRLs at /crl, CA certificates at /ca");
  }

  /** A client that hung up is no failure. */
  function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    if (!request.readableAborted && !response.destroyed) onFailure(error);
    if (response.headersSent) response.destroy();
    else plainText(response, 500, "this server failed");
  }
}

/** What follows `/ocsp/`, or stands alone in the path. A request in DER is a SEQUENCE, so its base64 begins with M. */
function encodedRequest(path: string): string | undefined {
  const at = path.indexOf("/ocsp/");
  if (at >= 0) return path.slice(at + "/ocsp/".length);
  return path.startsWith("/M") ? path.slice(1) : undefined;
}
