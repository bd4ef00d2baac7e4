import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { spawnCli } from "../cli/run-cli.ts";
import { tempFolder } from "../cli/temp-folder.ts";
import { root } from "./sources.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text = ""]) => ({
  language,
  text,
}));

it("the quick start of the README runs", () => {
  const quickStart = blocks.find(({ text }) => text.includes("rootcause init"))?.text ?? "";
  const script = `set -e\nshopt -s expand_aliases\n${quickStart}`;
  const printed = execFileSync("bash", ["-c", script], {
    cwd: root,
    env: { ...process.env, HOME: tempFolder() },
    encoding: "utf8",
  });
  expect(printed).toContain("made a CA");
  expect(printed).toContain("issued localhost");
  expect(printed).toContain("certificate of localhost");
  expect(printed).toContain("✓ valid");
});

it("the first screen of the README is what npm start prints", () => {
  const shown = blocks.find(({ language }) => language === "text")?.text ?? "";
  const { status, stdout, stderr } = spawnCli(["tour"], { cwd: tempFolder(), env: { USER: "ann" } });
  expect(status).toBe(0);
  const printed = shapeOf(`${stdout}\n${stderr}`);
  expect(shapeOf(shown).filter((line) => !printed.includes(line))).toEqual([]);
});

/** Lines without what differs each time: names, numbers, dates, and the client that is not everywhere. */
function shapeOf(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => !line.includes("curl") && line.trim() !== "")
    .map((line) =>
      line
        .replace(/\b[0-9a-f]{6,}\b/g, "#")
        .replace(/"CN=[^"]*"/g, '"CN"')
        .replace(/^.* (Root|Issuing) CA #$/, "$1 CA #")
        .replace(/(made a CA in) .*/, "$1")
        .replace(/\d{4}-\d{2}-\d{2}T\S+/g, "DATE")
        .replace(/\d+/g, "N")
        .trim(),
    );
}
