import type { ExportFormat } from "./export-format.ts";
import { toPem } from "./pem-files.ts";

/** Every authority of the chain, root included: what a client that trusts by file is pointed at. */
export const bundle: ExportFormat = {
  id: "bundle",
  summary: "ca-bundle.pem: the intermediates and the root, for clients that trust by file",
  files: [{ name: "ca-bundle.pem", contents: ({ chain, root }) => toPem([...chain, root]) }],
};
