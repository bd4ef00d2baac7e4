import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Client, plainEnvironment } from "./client.ts";
import { scratchFolder } from "./scratch.ts";
import { Worker } from "./worker.ts";

const folder = scratchFolder("go");
const source = new URL("./programs/client.go", import.meta.url).pathname;

export const go: Client = {
  name: "go",
  command: ["go", "version"],
  trustedThrough: "RootCAs",
  connect: (target) => worker.ask(target),
};

const worker = new Worker(() => {
  const output = join(folder, "client");
  const env = { ...plainEnvironment(), GOCACHE: join(folder, "cache"), GO111MODULE: "off" };
  execFileSync("go", ["build", "-o", output, source], { env, stdio: "pipe" });
  return [output];
});
