import { join } from "node:path";
import type { ExportFormat } from "./export-format.ts";
import { pem } from "./pem-files.ts";

/** node:https. A JSON string is a JavaScript string. */
export const node: ExportFormat = {
  id: "node",
  summary: "the PEM files, and server.mjs: an HTTPS server for Node.js",
  files: [...pem.files, { name: "server.mjs", contents: (_, { directory }) => text(directory) }],
};

function text(directory: string): string {
  const key = JSON.stringify(join(directory, "key.pem"));
  const fullchain = JSON.stringify(join(directory, "fullchain.pem"));
  const root = JSON.stringify(join(directory, "root.pem"));
  return `import { readFileSync } from "node:fs";
import { createServer } from "node:https";

const server = createServer(
  {
    cert: readFileSync(${fullchain}),
    key: readFileSync(${key}),
    // clients must show a certificate of this CA (mTLS):
    // ca: readFileSync(${root}), requestCert: true,
  },
  (_request, response) => response.end("hello\\n"),
);
server.listen(Number(process.env.PORT ?? 8443), () => console.log("listening on port", server.address().port));

// a client: https.get(url, { ca: readFileSync(${root}) }),
// or start it with NODE_EXTRA_CA_CERTS=${root}
`;
}
