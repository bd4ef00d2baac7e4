import type { Client } from "./client.ts";
import { curl } from "./curl.ts";
import { git } from "./git.ts";
import { gnutls } from "./gnutls.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { node } from "./node.ts";
import { npm } from "./npm.ts";
import { openssl } from "./openssl.ts";
import { perl } from "./perl.ts";
import { php } from "./php.ts";
import { pip, python, pythonStrict, requests } from "./python.ts";
import { ruby } from "./ruby.ts";
import { wget } from "./wget.ts";

/** Every client that needs no more than a name, a port and files. */
export const clients: readonly Client[] = [
  ...[openssl, curl, node, python, pythonStrict, requests, pip, npm],
  ...[ruby, php, perl, go, java, gnutls, wget, git],
];
