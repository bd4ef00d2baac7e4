import { type Client, runFor, urlOf } from "./client.ts";

export const npm: Client = {
  name: "npm",
  command: ["npm", "--version"],
  trustedThrough: "cafile",
  connect: async (target) => {
    const { caFile, timeoutMs = 20_000 } = target;
    const quiet = ["--no-update-notifier", "--no-audit", "--no-fund", "--fetch-retries=0", "--noproxy=*"];
    const where = [`--registry=${urlOf(target)}`, `--cafile=${caFile}`, `--fetch-timeout=${timeoutMs}`];
    const { text } = await runFor(target, ["npm", "view", "left-pad", ...where, ...quiet], {
      env: { HOME: "/nonexistent" },
    });
    // it was let in when it could see that this is no registry
    return { accepted: /E404|Not Found|Invalid response body|No match found/i.test(text), text };
  },
};
