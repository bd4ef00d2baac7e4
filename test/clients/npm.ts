import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, runFor, urlOf } from "./client.ts";

export const npm: Client = {
  name: "npm",
  command: ["npm", "--version"],
  trustedThrough: "cafile",
  connect: async (target) => {
    const { host, port, caFile, certFile, keyFile, timeoutMs = 20_000 } = target;
    const identity =
      certFile && keyFile
        ? [`--//${host}:${port}/:certfile=${certFile}`, `--//${host}:${port}/:keyfile=${keyFile}`]
        : [];
    const quiet = ["--no-update-notifier", "--no-audit", "--no-fund", "--fetch-retries=0", "--noproxy=*"];
    const where = [`--registry=${urlOf(target)}`, `--cafile=${caFile}`, `--fetch-timeout=${timeoutMs}`];
    const { text } = await runFor(target, ["npm", "view", "left-pad", ...where, ...identity, ...quiet], {
      env: { HOME: mkdtempSync(join(tmpdir(), "rootcause-npm-")) }, // it remembers answers by their URL
    });
    // it was let in when it could see that this is no registry
    return { accepted: /invalid json response body/.test(text), text };
  },
};
