import type { Client } from "./client.ts";
import { Worker } from "./worker.ts";

/** This very Node. */
export const node: Client = {
  name: "node",
  command: [process.execPath, "--version"],
  trustedThrough: "`ca`",
  connect: (target) => worker.ask(target),
};

const worker = new Worker(() => [process.execPath, new URL("./programs/client.mjs", import.meta.url).pathname]);
