import { basename } from "node:path";
import type { MadeFault } from "../commands/lab-make.ts";
import type { Paint } from "../paint.ts";
import { table } from "../text/table.ts";

/** Of one fault, all that was written; of many, where each went. */
export function renderMade(made: readonly MadeFault[], paint: Paint): string {
  const [only, ...others] = made;
  if (only !== undefined && others.length === 0) return renderOne(only, paint);
  const rows = made.map(({ id, title, folder }) => [paint.bold(id), title, folder]);
  return table(["fault", "what is wrong", "folder"], rows, paint);
}

function renderOne({ id, title, folder, files }: MadeFault, paint: Paint): string {
  const names = Object.values(files).map((path) => basename(path));
  return [
    `${paint.bold(id)}: ${title}`,
    `${folder}  ${paint.dim([...names, "good/"].join(" "))}`,
    "",
    `${folder}/README.md says what is wrong and shows it with each client; in ${folder}/good it is mended`,
  ].join("\n");
}
