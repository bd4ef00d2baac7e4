import type { Client } from "./client.ts";
import { curl } from "./curl.ts";
import { gnutls } from "./gnutls.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { node } from "./node.ts";
import { opensslStrict } from "./openssl.ts";
import { perl } from "./perl.ts";
import { php } from "./php.ts";
import { python, pythonStrict } from "./python.ts";
import { ruby } from "./ruby.ts";

/** Every client that can be told where a name lives, OpenSSL with all of its checks. */
export const clients: readonly Client[] = [
  ...[node, opensslStrict, curl, python, pythonStrict],
  ...[go, java, gnutls, ruby, php, perl],
];
