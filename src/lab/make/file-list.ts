import type { LabFile } from "./lab-file.ts";

const purposes: Readonly<Record<string, string>> = {
  "cert.pem": "the server's own certificate",
  "chain.pem": "what the server sends after it, in that order",
  "fullchain.pem": "exactly what the server sends",
  "key.pem": "the server's private key",
  "root.pem": "the lab's root",
  "trust.pem": "what the client trusts",
  "crl.pem": "the CRLs that are at hand",
  "trust-crl.pem": "trust.pem and crl.pem in one, for OpenSSL",
  "ocsp.der": "the OCSP response for the server's certificate",
  "ocsp-1.der": "the OCSP response for the intermediate",
  "client-ca.pem": "what the server trusts",
  "client-crl.pem": "the CRLs that the server has",
  "client-ca-crl.pem": "client-ca.pem and client-crl.pem in one, for OpenSSL",
  "client.pem": "exactly what the client sends",
  "client-key.pem": "the client's private key",
};

/** A table of files and what they are. */
export function fileList(files: readonly LabFile[]): string {
  const rows = files.map(({ name }) => `| \`${name}\` | ${purposes[name] ?? ""} |`);
  return ["| file | what it is |", "| --- | --- |", ...rows, "| `good/` | the same once it is mended |"].join("\n");
}
