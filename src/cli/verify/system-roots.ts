import { existsSync } from "node:fs";
import type { Context } from "../context.ts";
import { certificatesOfPath } from "./certificate-source.ts";

/** Where systems keep the roots that they trust: Debian and Alpine, Fedora and RHEL, openSUSE, macOS and the BSDs. */
const bundles = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/** The roots that this system trusts: OpenSSL's variables, then its bundle, then the list of Mozilla that comes with Node. */
export async function systemRoots(context: Context): Promise<readonly Uint8Array[]> {
  const { SSL_CERT_FILE: file, SSL_CERT_DIR: folder } = context.env;
  const path = file || folder || bundles.find((bundle) => existsSync(bundle));
  if (path !== undefined) return certificatesOfPath(context, path);
  const { rootCertificates } = await import("node:tls");
  return rootCertificates.map((pem) => Buffer.from(pem.replace(/-----[^-]+-----/g, ""), "base64"));
}
