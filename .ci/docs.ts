// Writes the pages of docs/ and the table of the README that derive from tables in src/; with --check it only says which differ.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cliPage } from "./cli-page.ts";
import { errorsPage } from "./errors-page.ts";
import { faultPages } from "./faults-page.ts";
import { profilesPage } from "./profiles-page.ts";
import { withCommands } from "./readme-commands.ts";
import { rulesPage } from "./rules-page.ts";

const root = resolve(import.meta.dirname, "..");
const read = (name: string) => (existsSync(join(root, name)) ? readFileSync(join(root, name), "utf8") : "");

const pages: Readonly<Record<string, string>> = {
  "README.md": withCommands(read("README.md")),
  "docs/cli.md": cliPage(),
  "docs/errors.md": errorsPage(),
  "docs/profiles.md": profilesPage(),
  "docs/rules.md": rulesPage(),
  ...faultPages(),
};

const stale = Object.entries(pages).filter(([name, page]) => read(name) !== page);

if (!process.argv.includes("--check")) for (const [name, page] of stale) writeFileSync(join(root, name), page);
else if (stale.length > 0) {
  console.error(
    `not up to date: ${stale.map(([name]) => name).join(", ")}. Run \`npm run docs\` and commit what it writes.`,
  );
  process.exitCode = 1;
}
