import { OID } from "../../../src/asn1/oids.ts";
import { ResponseSigner } from "../../../src/revocation/respond/response-signer.ts";
import type { IssuedStatus, ServedIssuer } from "../../../src/revocation/respond/served-issuer.ts";
import { encodeExtension } from "../../../src/x509/extension.ts";
import { extendedKeyUsage } from "../../../src/x509/extensions/extended-key-usage.ts";
import { days, TestIssuer } from "../test-issuer.ts";

/** A CA in memory, whose knowledge a test writes down. */
export class TestServedIssuer implements ServedIssuer {
  readonly ca: TestIssuer;
  readonly certificate;
  /** What it issued, by serial number. */
  readonly issued = new Map<string, IssuedStatus>();
  lookups = 0;
  signatures = 0;
  /** Thrown in place of an answer. */
  broken: { status?: Error; signer?: Error } = {};
  #signer: ResponseSigner;

  constructor(name = "CN=CA") {
    this.ca = new TestIssuer(name);
    this.certificate = this.ca.root;
    this.#signer = this.delegate(days(100));
  }

  delegate(notAfter: Date): ResponseSigner {
    const responder = new TestIssuer("CN=responder");
    const purpose = encodeExtension(extendedKeyUsage, [OID.ocspSigning], false);
    const certificate = this.ca.certify(responder, { serial: 9, extensions: [purpose], notAfter });
    this.#signer = ResponseSigner.ofDelegate(responder.signer, certificate);
    return this.#signer;
  }

  async status(serial: string): Promise<IssuedStatus | undefined> {
    this.lookups++;
    if (this.broken.status !== undefined) throw this.broken.status;
    return this.issued.get(serial);
  }

  async signer(): Promise<ResponseSigner> {
    this.signatures++;
    if (this.broken.signer !== undefined) throw this.broken.signer;
    return this.#signer;
  }
}
