import { certificate } from "./certificate.ts";
import { chain } from "./chain.ts";
import { cipherSuite } from "./cipher-suite.ts";
import { clock } from "./clock.ts";
import { handshake } from "./handshake.ts";
import { names } from "./names.ts";
import { revocation } from "./revocation.ts";
import type { Topic } from "./topic.ts";
import { trustStore } from "./trust-store.ts";

/** The concepts, in the order in which they are met. */
export const topics: readonly Topic[] = [
  handshake,
  cipherSuite,
  certificate,
  chain,
  trustStore,
  names,
  revocation,
  clock,
];
