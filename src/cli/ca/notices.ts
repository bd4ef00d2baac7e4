import type { Notice } from "../../ca/lint.ts";
import type { Context } from "../context.ts";

/** Says on stderr what lint holds against a certificate that was issued: each thing once. Mere notices are for `doctor` to tell. */
export function noteNotices({ output }: Context, notices: readonly Notice[]): void {
  const mark = output.paint.yellow("warning");
  const warnings = notices.filter(({ severity }) => severity !== "notice");
  for (const message of new Set(warnings.map((warning) => warning.message)))
    output.note(`rootcause: ${mark}: ${message}`);
}
