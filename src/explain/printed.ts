import type { Client } from "../faults/client.ts";
import type { Fault } from "../faults/fault.ts";
import { alertText } from "./alert-text.ts";
import { messageTables } from "./messages/index.ts";

const wordings = new Map(
  Object.values(messageTables).flatMap((all) => all.map(({ id, wordings: [first = ""] }) => [id, first])),
);

/** The words of a message class; what stands between them varies. */
export function wordingOf(id: string): string {
  return [wordings.get(id) ?? ""].flat().join(" … ");
}

/** What a client prints for a fault: one of these texts. Undefined: nobody has looked. */
export function printedBy({ prints }: Fault, client: Client): "accepts" | readonly string[] | undefined {
  const print = prints[client];
  return print === undefined || print === "accepts" ? print : print.map((id) => textOf(id, client));
}

function textOf(id: string, client: Client): string {
  const [, alert] = /^alert-(\d+)$/.exec(id) ?? [];
  return alert === undefined ? wordingOf(id) : alertText(Number(alert), client);
}
