import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./sources.ts";

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

// `npm ci` refuses a lock file that lacks a package of another platform, as `npm install` leaves it when a registry does not have them all.
it("the lock file knows the packages of every platform", () => {
  const wanted = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ path, name })),
  );
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter(({ path, name }) => !isLocked(path, name))).toEqual([]);
});

/** As Node looks for it: beside the package, then in every node_modules/ above. */
function isLocked(path: string, name: string): boolean {
  const folders = path.split("/node_modules/").map((_, i, parts) => parts.slice(0, i + 1).join("/node_modules/"));
  return ["", ...folders.map((folder) => `${folder}/`)].some(
    (folder) => `${folder}node_modules/${name}` in lock.packages,
  );
}
