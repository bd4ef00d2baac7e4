import type { Notice } from "../../ca/lint.ts";
import type { Context } from "../context.ts";

/** Says on stderr what is worth knowing about a certificate that was issued: each thing once. */
export function noteNotices({ output }: Context, notices: readonly Notice[]): void {
  const marks = {
    error: output.paint.red("error"),
    warning: output.paint.yellow("warning"),
    notice: output.paint.dim("notice"),
  };
  const lines = notices.map(({ severity, message }) => `rootcause: ${marks[severity]}: ${message}`);
  for (const line of new Set(lines)) output.note(line);
}
