import type { Client } from "./client.ts";
import { run } from "./client.ts";

export const gnutls: Client = {
  name: "gnutls",
  command: ["gnutls-cli", "--version"],
  connect: ({ host, port, caFile, certFile, keyFile }) => {
    const identity = certFile && keyFile ? [`--x509certfile=${certFile}`, `--x509keyfile=${keyFile}`] : [];
    const name = /^[\d.:]+$/.test(host)
      ? [`--verify-hostname=${host}`, "--disable-sni"]
      : [`--sni-hostname=${host}`, `--verify-hostname=${host}`];
    return run(
      "gnutls-cli",
      [`--x509cafile=${caFile}`, ...name, ...identity, "-p", String(port), "localhost"],
      "GET / HTTP/1.0\r\n\r\n",
    );
  },
};
