import { execFileSync, spawn } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { pipedOutput } from "../../src/cli/piped-output.ts";

const folder = mkdtempSync(join(tmpdir(), "rootcause-output-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("standard output", () => {
  it("is written at once where it is a file", () => {
    const path = join(folder, "file");
    const fd = openSync(path, "w");
    pipedOutput(fd)?.write("issued\n");
    expect(readFileSync(path, "utf8")).toBe("issued\n");
    closeSync(fd);
  });

  it("waits for the reader of a pipe that was told not to wait", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("sh", ["-c", `sleep 0.2; wc -c < "${pipe}"`], { stdio: ["ignore", "pipe", "inherit"] });
    const counted = text(reader.stdout);
    const keepsItOpen = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const fd = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    pipedOutput(fd)?.write("x".repeat(1_000_000));
    closeSync(fd);
    closeSync(keepsItOpen);
    expect((await counted).trim()).toBe("1000000");
  });

  it("is left to Node where it is no file and no pipe", () => {
    const fd = openSync("/dev/null", "w");
    expect(pipedOutput(fd)).toBeUndefined();
    closeSync(fd);
  });
});
