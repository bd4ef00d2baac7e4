import { type IncomingMessage, request } from "node:http";

/** Addresses that pass a request on to another one, and are followed. */
const MAX_REDIRECTS = 3;

export interface HttpFetchOptions {
  /** What is posted; nothing: it is a GET. */
  readonly post?: { readonly contentType: string; readonly body: Uint8Array };
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
}

/** A body, or why there is none, in words that begin after the address: `answers HTTP 404`. */
export type HttpFetched =
  | { readonly body: Uint8Array; readonly problem?: never }
  /** `isAnswer`: a server is there, and might like another request better. */
  | { readonly body?: never; readonly problem: string; readonly isAnswer: boolean };

/**
 * Gets what lies at an address, over plain HTTP and nothing else: to check the certificate of an https server one would need what is being
 * fetched (RFC 5280 section 8), and LDAP is not spoken. Never rejects.
 */
export async function httpFetch(url: string, options: HttpFetchOptions): Promise<HttpFetched> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([timeout, options.signal]);
  try {
    return await follow(url, options, signal);
  } catch (error) {
    if (!signal.aborted) return { problem: networkProblem(error), isAnswer: false };
    const after = timeout.aborted ? ` within ${options.timeoutMs / 1000} s` : " in the time that was left";
    return { problem: `does not answer${after}`, isAnswer: false };
  }
}

async function follow(first: string, options: HttpFetchOptions, signal: AbortSignal): Promise<HttpFetched> {
  let url = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const problem = addressProblem(url);
    if (problem !== undefined)
      return { problem: redirects === 0 ? problem : `redirects to ${url}, which ${problem}`, isAnswer: redirects > 0 };
    const response = await send(url, options, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return await readBody(response, options.maxBytes);
    response.destroy();
    const isRedirect = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined;
    if (!isRedirect) return { problem: `answers HTTP ${statusCode}`, isAnswer: true };
    const { location = "" } = headers;
    url = URL.canParse(location, url) ? new URL(location, url).href : location;
  }
  return { problem: `redirects more than ${MAX_REDIRECTS} times`, isAnswer: true };
}

function addressProblem(url: string): string | undefined {
  if (!URL.canParse(url)) return "is no address";
  const { protocol } = new URL(url);
  if (protocol === "http:") return undefined;
  return protocol === "https:"
    ? "is not asked: to trust an https server one would need what it hands out"
    : `is not asked: only http is, and not ${protocol.slice(0, -1)}`;
}

function send(url: string, { post }: HttpFetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = post && { "Content-Type": post.contentType, "Content-Length": post.body.length };
    const method = post === undefined ? "GET" : "POST";
    request(url, { agent: false, method, headers: { ...headers, Connection: "close" }, signal })
      .on("response", resolve)
      .on("error", reject)
      .end(post?.body);
  });
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<HttpFetched> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) return { problem: `sends more than ${maxBytes} octets`, isAnswer: true };
    chunks.push(chunk);
  }
  return { body: Buffer.concat(chunks, length) };
}

function networkProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: "refuses the connection",
    ECONNRESET: "hangs up",
    ENOTFOUND: "has a host name that nobody knows",
    EAI_AGAIN: "has a host name that cannot be looked up now",
    EHOSTUNREACH: "cannot be reached",
    ENETUNREACH: "cannot be reached",
  };
  return words[code ?? ""] ?? `cannot be read: ${message}`;
}
