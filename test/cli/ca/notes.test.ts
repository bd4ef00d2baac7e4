import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/cli/command.ts";
import { commands } from "../../../src/cli/commands.ts";
import { CaFolder } from "./ca-folder.ts";

const table: readonly Command[] = commands;

/** What the help of a command says of its JSON. */
function told(name: string): string {
  return (table.find((command) => command.name === name)?.notes ?? []).join(" ");
}

/** The names of a value's fields, also of those in it. */
function fieldsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => [name, ...fieldsOf(field)]);
}

describe("the help tells every field of --json", () => {
  it("of init, issue, renew, show and audit verify", async () => {
    const folder = new CaFolder();
    const { authorities, ...made } = await folder.json<{ authorities: unknown }>("init", "Acme");
    expect(told("init")).toSatisfy(names(fieldsOf([made, authorities])));
    const { files, serial, ...issued } = await folder.issue("localhost");
    expect(told("issue")).toSatisfy(names([...Object.keys(issued), ...Object.keys(files), "serial", "files"]));
    const renewed = await folder.json<object>("renew", serial, "--out", "new");
    expect(`${told("renew")} ${told("issue")}`).toSatisfy(names(Object.keys(renewed)));
    await folder.ok("revoke", serial, "--compromised-at", "2020-01-01");
    expect(told("show")).toSatisfy(names(fieldsOf(await folder.json("show", serial))));
    expect(told("show")).toSatisfy(names(fieldsOf(await folder.json("list"))));
    expect(told("audit verify")).toSatisfy(names(fieldsOf(await folder.json("audit", "verify"))));
  });
});

function names(fields: readonly string[]): (text: string) => boolean {
  return (text) => fields.every((field) => new RegExp(`\\b${field}\\b`).test(text));
}
