import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "./client.ts";
import { run } from "./client.ts";

const source = new URL("./programs/client.go", import.meta.url).pathname;
let binary: string | undefined;

export const go: Client = {
  name: "go",
  command: ["go", "version"],
  connect: ({ host, port, caFile, certFile = "", keyFile = "" }) =>
    run(build(), [host, String(port), caFile, certFile, keyFile]),
};

/** Compiles the client once per process. */
function build(): string {
  if (binary !== undefined) return binary;
  const folder = mkdtempSync(join(tmpdir(), "rootcause-go-"));
  const output = join(folder, "client");
  const { PATH } = process.env;
  const env = { PATH, HOME: folder, GOCACHE: join(folder, "cache"), GOFLAGS: "-mod=mod", GO111MODULE: "off" };
  execFileSync("go", ["build", "-o", output, source], { env, stdio: "pipe" });
  binary = output;
  return output;
}
