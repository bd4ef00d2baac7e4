import type { ExportFormat } from "./export-format.ts";
import { chainPem } from "./pem-files.ts";

/** The intermediates alone. */
export const chain: ExportFormat = {
  id: "chain",
  summary: "chain.pem: the intermediates alone",
  files: [chainPem],
};
