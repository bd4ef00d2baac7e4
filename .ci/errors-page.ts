import { catalogue } from "../src/errors/catalogue.ts";
import { code, page, table } from "./markdown.ts";

/** docs/errors.md: every code with its sentence and the next step. */
export function errorsPage(): string {
  return page(
    "Errors",
    "src/errors/",
    'Codes are stable: never renamed, never reused. The command line prints the message and the hint on stderr, with `--json` also `{"error":{code,message,hint}}` on stdout; the library throws `PkiError` with `code` and `facts`.',
    table(
      ["code", "message", "next step", "exit", "HTTP"],
      Object.entries(catalogue).map(([name, { title, hint, exit, http }]) => [
        code(name),
        title,
        hint,
        `${exit}`,
        `${http}`,
      ]),
    ),
  );
}
