import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { PkiError } from "../../errors/pki-error.ts";
import type { Profile } from "../profile.ts";
import { pathText, profileProblems } from "./profile-problems.ts";
import { profileSchema } from "./schema.ts";

/**
 * The profile that a YAML template says. `file` names it in errors, which carry line numbers.
 * @throws PkiError ERR_PROFILE_SYNTAX, ERR_PROFILE_INVALID
 */
export function parseProfile(text: string, file: string): Profile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = counter.linePos(error.pos[0]);
    throw new PkiError("ERR_PROFILE_SYNTAX", { file, line, column: col, reason: error.message });
  }
  return checkProfile(document.toJS(), file, (path) => counter.linePos(offsetOf(document.contents, path)).line);
}

/**
 * The profile that plain data of a template's shape says.
 * @throws PkiError ERR_PROFILE_INVALID
 */
export function checkProfile(
  template: unknown,
  file = "the profile",
  lineOf?: (path: readonly (string | number)[]) => number,
): Profile {
  const result = profileSchema.safeParse(template);
  if (result.success) return result.data;
  const problems = profileProblems(result.error.issues).map(({ path, message }) => {
    const line = lineOf ? `line ${lineOf(path)}: ` : "";
    return `${line}${path.length === 0 ? "" : `${pathText(path)}: `}${message}`;
  });
  throw new PkiError("ERR_PROFILE_INVALID", { file, problems: problems.join("; ") });
}

/** Where the deepest key of the path that is there begins, in characters. */
function offsetOf(root: unknown, path: readonly (string | number)[]): number {
  let node = root;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!isScalar(pair?.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}
