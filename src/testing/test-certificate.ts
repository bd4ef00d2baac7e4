import type { PrivateKey } from "../keys/private-key.ts";
import type { Certificate } from "../x509/certificate.ts";
import { type TestFiles, writeTestFiles } from "./test-files.ts";

/** Options of `https.createServer` and `tls.createServer`. PEM text. */
export interface ServerTls {
  readonly key: string;
  readonly cert: string;
}

/** The same for a server that asks its clients for a certificate of this CA and refuses all others. */
export interface MutualServerTls extends ServerTls {
  readonly ca: string;
  readonly requestCert: true;
  readonly rejectUnauthorized: true;
}

/** Options of `https.request`, `tls.connect` and undici's `connect`. PEM text. */
export interface ClientTls extends Partial<ServerTls> {
  readonly ca: string;
}

/** A certificate with its key, in the shapes that servers and clients take. */
export class TestCertificate {
  readonly certificate: Certificate;
  readonly key: PrivateKey;
  /** The CAs below the root, nearest first. */
  readonly chain: readonly Certificate[];
  readonly root: Certificate;

  constructor(certificate: Certificate, key: PrivateKey, chain: readonly Certificate[], root: Certificate) {
    this.certificate = certificate;
    this.key = key;
    this.chain = chain;
    this.root = root;
  }

  /** The certificate and the CAs below the root: what a server sends. */
  get fullchainPem(): string {
    return [this.certificate, ...this.chain].map((certificate) => certificate.toPem()).join("");
  }

  get server(): ServerTls {
    return { key: this.key.toPem(), cert: this.fullchainPem };
  }

  get mutualServer(): MutualServerTls {
    return { ...this.server, ca: this.root.toPem(), requestCert: true, rejectUnauthorized: true };
  }

  /** Shows this certificate to the server, and trusts the CA that issued it. */
  get client(): ClientTls {
    return { ...this.server, ca: this.root.toPem() };
  }

  /** The same as files, for programs that want paths: in a folder of their own, until `remove()`. */
  writeFiles(): Promise<TestFiles> {
    return writeTestFiles(this);
  }
}
