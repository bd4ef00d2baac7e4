import { join } from "node:path";
import { type ExportFormat, keyOf } from "./export-format.ts";
import { rootPem, toPem } from "./pem-files.ts";

/** HAProxy reads certificate, chain and key from one file. */
export const haproxy: ExportFormat = {
  id: "haproxy",
  summary: "haproxy.pem (certificate, chain and key in one file), root.pem, and haproxy.cfg: lines for a frontend",
  files: [
    {
      name: "haproxy.pem",
      secret: true,
      contents: (bundle) => toPem([bundle.certificate, ...bundle.chain]) + keyOf(bundle, "haproxy.pem").toPem(),
    },
    rootPem,
    { name: "haproxy.cfg", contents: (_, { directory }) => text(directory) },
  ],
};

function text(directory: string): string {
  const combined = join(directory, "haproxy.pem");
  return `bind :443 ssl crt ${combined}
# clients must show a certificate of this CA (mTLS):
# bind :443 ssl crt ${combined} ca-file ${join(directory, "root.pem")} verify required
`;
}
