import { type Client, runFor } from "./client.ts";
import { fieldsOf } from "./worker.ts";

const program = new URL("./programs/client.rb", import.meta.url).pathname;

/** Ruby's Net::HTTP. */
export const ruby: Client = {
  name: "ruby",
  command: ["ruby", "--version"],
  trustedThrough: "http.ca_file",
  connect: (target) => runFor(target, ["ruby", program, ...fieldsOf(target)]),
};
