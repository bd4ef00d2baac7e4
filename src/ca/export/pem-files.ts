import type { Certificate } from "../../x509/certificate.ts";
import type { ExportFile, ExportFormat } from "./export-format.ts";

/** The certificate alone. */
const certPem: ExportFile = { name: "cert.pem", contents: ({ certificate }) => certificate.toPem() };

/** The private key, PKCS#8; left out when its owner kept it. */
const keyPem: ExportFile = { name: "key.pem", secret: true, contents: ({ key }) => key?.toPem() };

/** The intermediates alone, for programs that want them apart from the certificate. */
export const chainPem: ExportFile = { name: "chain.pem", contents: ({ chain }) => toPem(chain) };

/** What a TLS server sends: the certificate and its issuers below the root, which RFC 8446 section 4.4.2 lets it leave out. */
export const fullchainPem: ExportFile = {
  name: "fullchain.pem",
  contents: ({ certificate, chain }) => toPem([certificate, ...chain]),
};

/** What clients trust. */
export const rootPem: ExportFile = { name: "root.pem", contents: ({ root }) => root.toPem() };

/** The five files that nearly every program can be pointed at. */
export const pem: ExportFormat = {
  id: "pem",
  summary: "cert.pem, key.pem, chain.pem, fullchain.pem (never the root) and root.pem",
  files: [certPem, keyPem, chainPem, fullchainPem, rootPem],
};

/** Certificates one after the other, in the order that TLS sends them. */
export function toPem(certificates: readonly Certificate[]): string {
  return certificates.map((certificate) => certificate.toPem()).join("");
}
