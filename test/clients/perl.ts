import { type Client, runFor } from "./client.ts";
import { fieldsOf } from "./worker.ts";

const program = new URL("./programs/client.pl", import.meta.url).pathname;

/** Perl's IO::Socket::SSL. */
export const perl: Client = {
  name: "perl",
  command: ["perl", "-MIO::Socket::SSL", "-e", "1"],
  trustedThrough: "SSL_ca_file",
  connect: (target) => runFor(target, ["perl", program, ...fieldsOf(target)]),
};
