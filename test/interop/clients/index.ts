import type { Client } from "./client.ts";
import { curl } from "./curl.ts";
import { gnutls } from "./gnutls.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { node } from "./node.ts";
import { openssl } from "./openssl.ts";
import { python, pythonStrict } from "./python.ts";

/** Every client that judges what we issue. */
export const clients: readonly Client[] = [node, openssl, curl, python, pythonStrict, go, java, gnutls];
