import type { IncomingMessage, ServerResponse } from "node:http";
import {
  type OcspAnswer,
  type RefusedAnswer,
  type Responder,
  refuse,
  type SignedAnswer,
} from "../revocation/respond/ocsp-answer.ts";
import { MAX_REQUEST_BYTES } from "../revocation/respond/question.ts";
import { Cacheable, etagOf } from "./cacheable.ts";
import { plainText } from "./plain-text.ts";
import { readBody } from "./read-body.ts";

const CONTENT_TYPE = "application/ocsp-response";

/** OCSP over HTTP: RFC 6960 appendix A, RFC 5019 sections 5 and 6. An OCSP error is a good HTTP answer. */
export class OcspEndpoint {
  readonly #responder: Responder;
  readonly #now: () => Date;
  readonly #onRefusal: (answer: RefusedAnswer) => void;
  readonly #cacheable = new WeakMap<SignedAnswer, Cacheable>();

  /** @param onRefusal hears of requests that could not be answered through no fault of theirs. */
  constructor(responder: Responder, now: () => Date, onRefusal: (answer: RefusedAnswer) => void) {
    this.#responder = responder;
    this.#now = now;
    this.#onRefusal = onRefusal;
  }

  /** @param encoded what follows the responder's address in a GET: the request in base64, with or without `%2F` and its like. */
  get(encoded: string, request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    const requestDer = decode(encoded);
    if (requestDer === undefined) this.#send(refuse("malformedRequest", "the path is no base64"), request, response);
    else return this.#answer(requestDer, request, response);
  }

  async post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const type = request.headers["content-type"];
    if (type !== undefined && !/^application\/ocsp-request\s*(;|$)/i.test(type))
      return plainText(response, 415, "OCSP requests are of type application/ocsp-request");
    const body = await readBody(request, MAX_REQUEST_BYTES);
    if (body === undefined)
      return plainText(response, 413, `an OCSP request has at most ${MAX_REQUEST_BYTES} octets`, [
        "Connection",
        "close",
      ]);
    return this.#answer(body, request, response);
  }

  /** At once when the answer is there: a promise costs as much as finding it. */
  #answer(requestDer: Uint8Array, request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    const answer = this.#responder.answer(requestDer);
    if (answer instanceof Promise) return answer.then((signed) => this.#send(signed, request, response));
    this.#send(answer, request, response);
  }

  #send(answer: OcspAnswer, request: IncomingMessage, response: ServerResponse): void {
    if (answer.status === "tryLater" || answer.status === "internalError") this.#onRefusal(answer);
    if (answer.status !== "successful" || !answer.shared) {
      const headers = ["Content-Type", CONTENT_TYPE, "Content-Length", String(answer.der.length)];
      response.writeHead(200, [...headers, "Cache-Control", "no-store"]).end(answer.der);
      return;
    }
    const cacheable = this.#cacheableOf(answer);
    const headers = cacheable.headers(this.#now().getTime());
    if (cacheable.isKnown(request.headers["if-none-match"])) response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(answer.der);
  }

  #cacheableOf(answer: SignedAnswer): Cacheable {
    const known = this.#cacheable.get(answer);
    if (known !== undefined) return known;
    const { der, thisUpdate, nextUpdate } = answer;
    const made = new Cacheable({
      contentType: CONTENT_TYPE,
      length: der.length,
      etag: etagOf(der),
      lastModified: thisUpdate,
      expires: nextUpdate,
    });
    this.#cacheable.set(answer, made);
    return made;
  }
}

/** Base64 of a URL's path; undefined when it is none. */
function decode(encoded: string): Uint8Array | undefined {
  try {
    const text = encoded.includes("%") ? decodeURIComponent(encoded) : encoded;
    return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : undefined;
  } catch {
    return undefined; // a % that does not belong there
  }
}
