import { join } from "node:path";
import type { ExportFormat } from "./export-format.ts";
import { pem } from "./pem-files.ts";

/** mod_ssl, 2.4.8 or later: SSLCertificateFile takes the chain too. */
export const apache: ExportFormat = {
  id: "apache",
  summary: "the PEM files, and apache.conf: lines for a VirtualHost",
  files: [...pem.files, { name: "apache.conf", contents: (_, { directory }) => text(directory) }],
};

function text(directory: string): string {
  const key = join(directory, "key.pem");
  const fullchain = join(directory, "fullchain.pem");
  const root = join(directory, "root.pem");
  return `SSLEngine on
SSLCertificateFile    "${fullchain}"
SSLCertificateKeyFile "${key}"

# clients must show a certificate of this CA (mTLS):
# SSLCACertificateFile "${root}"
# SSLVerifyClient      require
# SSLVerifyDepth       3
`;
}
