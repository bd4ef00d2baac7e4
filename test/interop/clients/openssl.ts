import type { Client } from "./client.ts";
import { runForAnswer } from "./client.ts";

export const openssl: Client = {
  name: "openssl",
  command: ["openssl", "version"],
  connect: ({ host, port, caFile, certFile, keyFile }) => {
    const identity = certFile && keyFile ? ["-cert_chain", certFile, "-cert", certFile, "-key", keyFile] : [];
    const name = /^[\d.:]+$/.test(host) ? ["-verify_ip", host] : ["-servername", host, "-verify_hostname", host];
    const trust = ["-CAfile", caFile, "-no-CApath", "-no-CAstore", "-x509_strict", "-verify_return_error"];
    return runForAnswer("openssl", [
      "s_client",
      "-ign_eof",
      "-connect",
      `127.0.0.1:${port}`,
      ...name,
      ...trust,
      ...identity,
    ]);
  },
};
