import type { Store } from "../store/store.ts";
import { Certificate } from "../x509/certificate.ts";
import { parsePem } from "../x509/pem.ts";
import { etagOf } from "./cache-headers.ts";
import type { Publication, Publications } from "./publications.ts";

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
    const { der, notBefore } = Certificate.parse(block.der);
    return {
      contentType: "application/pkix-cert",
      lastModified: notBefore,
      expires: undefined,
      etag: etagOf(der),
      content: der,
    };
  }
}
