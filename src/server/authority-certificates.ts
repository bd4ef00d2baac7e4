import type { Store } from "../store/store.ts";
import { Certificate } from "../x509/certificate.ts";
import { parsePem } from "../x509/pem.ts";
import { etagOf } from "./cacheable.ts";
import type { Publication, Publications } from "./publications.ts";

/** An authority may get a new certificate for its key. Seconds. */
const MAX_AGE = 86_400;

/** The certificates of a store's authorities, in DER as RFC 5280 section 4.2.2.1 wants them: `acme-issuing.cer`. */
export class AuthorityCertificates implements Publications {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async find(name: string): Promise<Publication | undefined> {
    const authorities = await this.#store.authorities();
    const record = authorities.find(({ id }) => name === `${id}.cer`);
    const block = record && parsePem(record.certificatePem)[0];
    if (block === undefined) return undefined;
    const { der, notBefore, notAfter } = Certificate.parse(block.der);
    return {
      contentType: "application/pkix-cert",
      lastModified: notBefore,
      expires: notAfter,
      maxAge: MAX_AGE,
      etag: etagOf(der),
      content: der,
    };
  }
}
