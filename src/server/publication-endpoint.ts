import { open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { Cacheable } from "./cacheable.ts";
import { plainText } from "./plain-text.ts";
import type { Publications } from "./publications.ts";

/** CRLs and CA certificates over plain HTTP: RFC 5280 sections 4.2.1.13 and 4.2.2.1, RFC 2585. */
export class PublicationEndpoint {
  readonly #publications: Publications;
  readonly #now: () => Date;

  constructor(publications: Publications, now: () => Date) {
    this.#publications = publications;
    this.#now = now;
  }

  async get(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await this.#publications.find(name);
    if (found === undefined) return plainText(response, 404, "nothing of this name is published here");
    const { content } = found;
    const length = content instanceof Uint8Array ? content.length : content.size;
    const cacheable = new Cacheable({ ...found, length });
    const headers = cacheable.headers(this.#now().getTime());
    if (cacheable.isKnown(request.headers["if-none-match"])) {
      response.writeHead(304, headers).end();
      return;
    }
    const file = content instanceof Uint8Array || request.method === "HEAD" ? undefined : await open(content.path);
    response.writeHead(200, headers);
    if (file !== undefined) await pipeline(file.createReadStream({ end: length - 1 }), response);
    else response.end(content instanceof Uint8Array ? content : undefined);
  }
}
