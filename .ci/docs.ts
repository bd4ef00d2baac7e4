// Writes the pages of docs/ that derive from tables; with --check it only says which differ.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cliPage } from "./cli-page.ts";
import { errorsPage } from "./errors-page.ts";
import { profilesPage } from "./profiles-page.ts";
import { rulesPage } from "./rules-page.ts";

const pages: Readonly<Record<string, () => string>> = {
  "cli.md": cliPage,
  "errors.md": errorsPage,
  "profiles.md": profilesPage,
  "rules.md": rulesPage,
};

const folder = resolve(import.meta.dirname, "../docs");
const check = process.argv.includes("--check");
const stale: string[] = [];

for (const [name, render] of Object.entries(pages)) {
  const file = join(folder, name);
  const page = render();
  if (!check) writeFileSync(file, page);
  else if (read(file) !== page) stale.push(`docs/${name}`);
}

if (stale.length > 0) {
  console.error(`not up to date: ${stale.join(", ")}. Run \`npm run docs\` and commit what it writes.`);
  process.exitCode = 1;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
