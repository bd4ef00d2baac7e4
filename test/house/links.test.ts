import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./sources.ts";

const folders = [".", "docs", "docs/decisions", "examples", "ca-store"];
const pages = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

it("links between pages lead somewhere", () => {
  const links = pages.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = ""]) => ({
      page,
      target,
    })),
  );
  const ours = links.filter(({ target }) => !/^[a-z]+:/.test(target));
  expect(ours.length).toBeGreaterThan(5);
  expect(ours.filter(({ page, target }) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
});

it("every decision is on the list of decisions", () => {
  const list = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
  const decisions = pages.filter((page) => /decisions\/\d/.test(page)).map((page) => page.split("/").at(-1) as string);
  expect(decisions.length).toBeGreaterThan(0);
  expect(decisions.filter((page) => !list.includes(`(${page})`))).toEqual([]);
});
