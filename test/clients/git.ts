import { type Client, runFor, type Target, urlOf } from "./client.ts";

/** git over libcurl with GnuTLS, as Debian builds it. */
export const git: Client = {
  name: "git",
  command: ["git", "--version"],
  trustedThrough: "http.sslCAInfo",
  connect: async (target) => {
    const { text } = await runFor(target, ["git", ...argumentsFor(target)], {
      env: { HOME: "/nonexistent", GIT_CONFIG_NOSYSTEM: "1", GIT_TERMINAL_PROMPT: "0" },
      timeoutMs: target.timeoutMs,
    });
    // it was let in when it could see that this is no repository
    return { accepted: /not found|is this a git repository/.test(text), text };
  },
};

function argumentsFor(target: Target): string[] {
  const { caFile, certFile, keyFile, minVersion } = target;
  const settings = [
    `http.sslCAInfo=${caFile}`,
    "http.sslCAPath=/nonexistent",
    ...(certFile && keyFile ? [`http.sslCert=${certFile}`, `http.sslKey=${keyFile}`] : []),
    ...(minVersion ? [`http.sslVersion=${minVersion.toLowerCase()}`] : []),
  ];
  return [...settings.flatMap((setting) => ["-c", setting]), "ls-remote", `${urlOf(target)}x.git`];
}
