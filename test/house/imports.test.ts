import { describe, expect, it } from "vitest";
import { type Import, readSources, roomOf, type Source } from "./sources.ts";

/** The rooms of src/, from the ground up. A file imports its own room and the floors below. */
const floors: readonly (readonly string[])[] = [
  ["errors"],
  ["asn1"],
  ["x509"],
  ["keys"],
  ["store", "profile", "revocation"],
  ["verify"],
  ["ca", "tls", "faults"],
  ["explain"],
  ["lab", "trust"],
  ["server"],
  ["testing", "index", "cli"],
];

const sources = readSources();
const imports = sources.flatMap((source) => source.imports.map((imported) => ({ source, imported })));

function violations(broken: (imported: Import, source: Source) => boolean): string[] {
  return imports
    .filter(({ source, imported }) => broken(imported, source))
    .map(({ source, imported }) => `${source.path} imports ${imported.specifier}`);
}

function floorOf(room: string): number {
  return floors.findIndex((floor) => floor.includes(room));
}

describe("imports", () => {
  it("finds something to scan", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
    expect(sources.filter(({ room }) => floorOf(room) < 0).map(({ path }) => path)).toEqual([]);
  });

  it("point down: no room knows one above or beside it", () => {
    const upward = ({ target }: Import, { room }: Source) =>
      target?.startsWith("src/") === true && roomOf(target) !== room && floorOf(roomOf(target)) >= floorOf(room);
    expect(violations(upward)).toEqual([]);
  });

  it("reach a store driver from store/open.ts alone", () => {
    const driver = (path: string) => /^src\/store\/[^/]+\//.exec(path)?.[0];
    const around = ({ target = "" }: Import, { path }: Source) =>
      driver(target) !== undefined && driver(target) !== driver(path) && path !== "src/store/open.ts";
    expect(violations(around)).toEqual([]);
  });

  it("open a store in cli, server and the public entries alone", () => {
    const opens = ({ target }: Import, { room }: Source) =>
      target === "src/store/open.ts" && !["cli", "server", "testing", "index"].includes(room);
    expect(violations(opens)).toEqual([]);
  });

  it("bring the lab into neither ca nor server", () => {
    const mixed = ({ target = "" }: Import, { room }: Source) =>
      ["ca", "server"].includes(room) && roomOf(target) === "lab";
    expect(violations(mixed)).toEqual([]);
  });

  it("use commander and cli-progress in cli alone", () => {
    const outside = ({ specifier }: Import, { room }: Source) =>
      ["commander", "cli-progress"].includes(specifier) && room !== "cli";
    expect(violations(outside)).toEqual([]);
  });

  it("leave the process to bin", () => {
    const global = sources.filter(({ code }) => /(?<![\w.])process\s*[.[]/.test(code)).map(({ path }) => path);
    expect(global).toEqual([]);
    expect(violations(({ specifier }) => /^(node:)?process$/.test(specifier))).toEqual([]);
  });

  it("start without what takes longer to load than a command to run", () => {
    const slow = sources.filter(({ code }) => /\.localeCompare\(|\bIntl\.|\.toLocale\w*\(/.test(code));
    expect(slow.map(({ path }) => path)).toEqual([]);
  });
});
