import { type Client, runFor } from "./client.ts";
import { fieldsOf } from "./worker.ts";

const program = new URL("./programs/client.php", import.meta.url).pathname;

/** PHP's streams. */
export const php: Client = {
  name: "php",
  command: ["php", "--version"],
  trustedThrough: "ssl.cafile",
  connect: (target) => runFor(target, ["php", program, ...fieldsOf(target)]),
};
