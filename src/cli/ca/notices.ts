import type { Notice } from "../../ca/lint.ts";
import type { Context } from "../context.ts";

/** Says on stderr what lint holds against a certificate that was issued: each thing once. Mere notices are for `doctor` to tell. */
export function noteNotices({ output }: Context, notices: readonly Notice[]): void {
  const marks = {
    error: output.paint.red("error"),
    warning: output.paint.yellow("warning"),
    notice: output.paint.dim("notice"),
  };
  const lines = notices.map(({ severity, message }) => `rootcause: ${marks[severity]}: ${message}`);
  for (const line of new Set(lines)) output.note(line);
}
