import { messageTables } from "../../explain/messages/index.ts";
import type { Client } from "../../faults/client.ts";
import type { Fault } from "../../faults/fault.ts";

const wordings = new Map(
  Object.values(messageTables).flatMap((all) => all.map(({ id, wordings: [first] }) => [id, first])),
);

/** What a client is expected to print for a fault, as far as that is known. */
export function expectedText({ prints }: Fault, client: Client): string {
  const print = prints[client];
  if (print === "accepts") return "nothing: it accepts";
  const [id = ""] = print ?? [];
  return [wordings.get(id) ?? ""].flat().join(" … ");
}
