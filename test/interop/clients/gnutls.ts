import type { Client } from "./client.ts";
import { runForAnswer } from "./client.ts";

export const gnutls: Client = {
  name: "gnutls",
  command: ["gnutls-cli", "--version"],
  connect: ({ host, port, caFile, certFile, keyFile }) => {
    const identity = certFile && keyFile ? [`--x509certfile=${certFile}`, `--x509keyfile=${keyFile}`] : [];
    const name = /^[\d.:]+$/.test(host)
      ? [`--verify-hostname=${host}`, "--disable-sni"]
      : [`--sni-hostname=${host}`, `--verify-hostname=${host}`];
    return runForAnswer("gnutls-cli", [
      `--x509cafile=${caFile}`,
      ...name,
      ...identity,
      "-p",
      String(port),
      "127.0.0.1",
    ]);
  },
};
