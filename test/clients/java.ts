import { execFileSync } from "node:child_process";
import type { Client } from "./client.ts";
import { scratchFolder } from "./scratch.ts";
import { Worker } from "./worker.ts";

const folder = scratchFolder("java");
const source = new URL("./programs/Client.java", import.meta.url).pathname;

/** Java's own PKIX validator. */
export const java: Client = {
  name: "java",
  command: ["javac", "-version"],
  trustedThrough: "trustStore",
  connect: (target) => worker.ask(target),
};

const worker = new Worker(() => {
  execFileSync("javac", ["-d", folder, source], { stdio: "pipe" });
  const staples = "-Djdk.tls.client.enableStatusRequestExtension=true";
  return ["java", staples, "-cp", folder, "Client"];
});
