import { readFileSync } from "node:fs";
import { get } from "node:https";
import type { LookupFunction } from "node:net";
import type { Client, Outcome } from "./client.ts";

/** This very Node. */
export const node: Client = {
  name: "node",
  command: [process.execPath, "--version"],
  connect: ({ host, port, caFile, certFile, keyFile }) => {
    const identity = certFile && keyFile ? { cert: readFileSync(certFile), key: readFileSync(keyFile) } : {};
    const trust = { ca: readFileSync(caFile), servername: /^[\d.:]+$/.test(host) ? "" : host };
    return new Promise<Outcome>((resolve) => {
      const request = get({ host, port, lookup: loopback, agent: false, ...trust, ...identity }, (response) => {
        response.resume().on("end", () => resolve({ accepted: true, text: `${response.statusCode}` }));
      });
      request.on("error", (error: NodeJS.ErrnoException) =>
        resolve({ accepted: false, text: `${error.code}: ${error.message}` }),
      );
    });
  },
};

// Every name of a test server lives on this machine.
const loopback: LookupFunction = (_host, options, callback) => {
  if (options.all) callback(null, [{ address: "127.0.0.1", family: 4 }]);
  else callback(null, "127.0.0.1", 4);
};
