import type { Client } from "./client.ts";
import { run } from "./client.ts";

export const curl: Client = {
  name: "curl",
  command: ["curl", "--version"],
  connect: ({ host, port, caFile, certFile, keyFile }) => {
    const identity = certFile && keyFile ? ["--cert", certFile, "--key", keyFile] : [];
    return run("curl", [
      "-sS",
      "--resolve",
      `${host}:${port}:127.0.0.1`,
      "--noproxy",
      "*",
      "--cacert",
      caFile,
      "--capath",
      "/nonexistent",
      ...identity,
      `https://${host}:${port}/`,
    ]);
  },
};
