import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "./client.ts";
import { run } from "./client.ts";

const source = new URL("./programs/Client.java", import.meta.url).pathname;
let classes: string | undefined;

/** Java's own PKIX validator. */
export const java: Client = {
  name: "java",
  command: ["javac", "-version"],
  connect: ({ host, port, caFile, certFile = "", keyFile = "" }) =>
    run("java", ["-cp", compile(), "Client", host, String(port), caFile, certFile, keyFile]),
};

/** Compiles the client once per process. */
function compile(): string {
  if (classes !== undefined) return classes;
  const folder = mkdtempSync(join(tmpdir(), "rootcause-java-"));
  execFileSync("javac", ["-d", folder, source], { stdio: "pipe" });
  classes = folder;
  return folder;
}
