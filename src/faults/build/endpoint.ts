/** Something that a live fault offers over HTTP: a CRL, an OCSP responder, a certificate of a CA. */
export interface Endpoint {
  /** Below the fault's own address: `/issuing.crl`. */
  readonly path: string;
  /** What is wrong with it, in a few words; nothing: it is as it should be. */
  readonly fault?: string;
  readonly answer: EndpointAnswer;
}

export type EndpointAnswer = FileAnswer | ResponderAnswer | RedirectAnswer | SilentAnswer;

/** The same for everyone who asks. */
export interface FileAnswer {
  readonly kind: "file";
  /** 200 unless told. */
  readonly status?: number;
  readonly contentType: string;
  readonly body: Uint8Array;
  /** Before the first octet. Milliseconds. */
  readonly delayMs?: number;
  /** Hangs up after this many octets of the body. */
  readonly truncateAt?: number;
}

/** OCSP by GET and by POST (RFC 6960 appendix A): each answer is made for its request. */
export interface ResponderAnswer {
  readonly kind: "ocsp";
  /** @param requestDer an OCSPRequest, or anything else. */
  respond(requestDer: Uint8Array): Uint8Array;
}

/** Sends on to another path of the fault, or round and round to its own. */
export interface RedirectAnswer {
  readonly kind: "redirect";
  readonly to: string;
}

/** Takes the request and says nothing. */
export interface SilentAnswer {
  readonly kind: "hang";
}

/** RFC 2585 section 4, RFC 6960 appendix A. */
const contentTypes = {
  crl: "application/pkix-crl",
  crt: "application/pkix-cert",
  ocsp: "application/ocsp-response",
} as const;

/** A CRL, a certificate or an OCSP response as clients want it over HTTP: DER. */
export function derAnswer(ending: keyof typeof contentTypes, body: Uint8Array): FileAnswer {
  return { kind: "file", contentType: contentTypes[ending], body };
}

/** Nobody knows this path. */
export function notFound(path: string): Endpoint {
  const body = Buffer.from("there is nothing here\n");
  return { path, fault: "HTTP 404", answer: { kind: "file", status: 404, contentType: "text/plain", body } };
}
