import { type Client, runFor, urlOf } from "./client.ts";
import { scratchFolder } from "./scratch.ts";

/** Of its own, because npm remembers answers by their URL. */
const home = scratchFolder("npm");

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
      env: { HOME: home },
    });
    // it was let in when it could see that this is no registry
    return { accepted: /invalid json response body/.test(text), text };
  },
};
