import type { Client } from "./client.ts";
import { run } from "./client.ts";

const source = new URL("./programs/Client.java", import.meta.url).pathname;

/** Java's own PKIX validator; the program is run from its source. */
export const java: Client = {
  name: "java",
  command: ["java", "-version"],
  connect: ({ host, port, caFile, certFile = "", keyFile = "" }) =>
    run("java", [source, host, String(port), caFile, certFile, keyFile]),
};
