import { type ExportFormat, friendlyName, keyOf } from "./export-format.ts";
import { toPem } from "./pem-files.ts";

/** A Secret of type kubernetes.io/tls; `ca.crt` beside the two entries that the type demands is what cert-manager writes too. */
export const kubernetes: ExportFormat = {
  id: "kubernetes",
  summary: "tls-secret.yaml: a kubernetes.io/tls Secret with tls.crt, tls.key and ca.crt",
  files: [
    {
      name: "tls-secret.yaml",
      secret: true,
      contents: (bundle) =>
        `apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: ${secretName(friendlyName(bundle.certificate))}
data:
  tls.crt: ${base64(toPem([bundle.certificate, ...bundle.chain]))}
  tls.key: ${base64(keyOf(bundle, "tls-secret.yaml").toPem())}
  ca.crt: ${base64(bundle.root.toPem())}
`,
    },
  ],
};

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

// RFC 1123 subdomain: lower case letters, digits, "-" and ".", alphanumeric at both ends.
function secretName(name: string): string {
  const cleaned = name
    .toLowerCase()
    .replace("*", "wildcard")
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "");
  return `${cleaned.slice(0, 240) || "certificate"}-tls`;
}
