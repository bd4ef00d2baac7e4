import { describe, expect, it } from "vitest";
import { catalogue, type ErrorCode } from "../../src/errors/catalogue.ts";
import { readSources } from "./sources.ts";

const rows = Object.entries(catalogue) as [ErrorCode, (typeof catalogue)[ErrorCode]][];
const sources = readSources().filter(({ room }) => room !== "errors");

describe("the error catalogue", () => {
  it.each(rows)("%s is named, titled, hinted and mapped to statuses", (code, { title, hint, exit, http }) => {
    expect(code).toMatch(/^ERR(_[A-Z0-9]+)+$/);
    expect(title).toMatch(/^\S(.*[^\s.])?$/);
    expect(hint).toMatch(/^\S(.*[^\s.])?$/);
    expect([2, 3, 4, 5]).toContain(exit);
    expect(http).toBeGreaterThanOrEqual(400);
    expect(http).toBeLessThan(600);
  });

  it("holds no code that nothing throws", () => {
    const unused = rows.map(([code]) => code).filter((code) => !sources.some(({ text }) => text.includes(`"${code}"`)));
    expect(unused).toEqual([]);
  });

  it("gets a fact for every hole, wherever one is thrown", () => {
    const throws = sources.flatMap(({ path, text }) => throwsIn(text).map((thrown) => ({ path, ...thrown })));
    expect(throws.length).toBeGreaterThan(10);
    const unfilled = throws.flatMap(({ path, code, facts }) =>
      holesOf(code)
        .filter((hole) => !facts.includes(hole))
        .map((hole) => `${path}: ${code} lacks {${hole}}`),
    );
    expect(unfilled).toEqual([]);
  });
});

function holesOf(code: string): string[] {
  const { title, hint } = catalogue[code as ErrorCode] ?? { title: "", hint: "" };
  return [...`${title} ${hint}`.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole as string);
}

/** `new PkiError("CODE", { facts })` with the facts written out there; those that come in a variable are not seen. */
function throwsIn(text: string): { code: string; facts: readonly string[] }[] {
  return [...text.matchAll(/new PkiError\(\s*"(\w+)"\s*(?:,\s*\{|\))/g)].flatMap(({ 0: head, 1: code, index }) => {
    const literal = head.endsWith(")") ? "" : balanced(text.slice(index + head.length));
    if (literal.includes("...")) return [];
    return [{ code: code as string, facts: [...literal.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, key]) => key as string) }];
  });
}

/** What stands before the brace that closes here, with all that is nested left out. */
function balanced(text: string): string {
  let depth = 0;
  let outer = "";
  for (const character of text) {
    if ("}])".includes(character)) depth--;
    if (depth < 0) return outer;
    if (depth === 0) outer += character;
    if ("{[(".includes(character)) depth++;
  }
  return outer;
}
