import type { Client } from "../../clients/client.ts";
import { inBatches } from "../../clients/in-batches.ts";
import type { Judge } from "./closure.ts";

const BATCH = 8;

/** A client that takes one place at a time. */
export function oneByOne(client: Client): Judge {
  const { name, trustedThrough } = client;
  return {
    name,
    trustedThrough,
    judge: (_live, places) => inBatches(BATCH, places, ({ target }) => client.connect(target)),
  };
}
