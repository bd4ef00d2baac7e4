import type { ExportFormat } from "./export-format.ts";
import { fullchainPem } from "./pem-files.ts";

/** What a TLS server sends. */
export const fullchain: ExportFormat = {
  id: "fullchain",
  summary: "fullchain.pem: the certificate and its intermediates, what a TLS server sends",
  files: [fullchainPem],
};
