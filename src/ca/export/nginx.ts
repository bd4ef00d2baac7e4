import { join } from "node:path";
import type { ExportFormat } from "./export-format.ts";
import { pem } from "./pem-files.ts";

/** ngx_http_ssl_module. */
export const nginx: ExportFormat = {
  id: "nginx",
  summary: "the PEM files, and nginx.conf: lines for a server block",
  files: [...pem.files, { name: "nginx.conf", contents: (_, { directory }) => text(directory) }],
};

function text(directory: string): string {
  const key = join(directory, "key.pem");
  const fullchain = join(directory, "fullchain.pem");
  const root = join(directory, "root.pem");
  return `listen 443 ssl;
ssl_certificate     ${fullchain};
ssl_certificate_key ${key};

# clients must show a certificate of this CA (mTLS):
# ssl_client_certificate ${root};
# ssl_verify_client      on;
# ssl_verify_depth       3;
`;
}
