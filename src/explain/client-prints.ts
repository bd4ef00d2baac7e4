import { type Client, clients } from "../faults/client.ts";
import type { Fault } from "../faults/fault.ts";
import { alertText } from "./alert-text.ts";
import { messageTables } from "./messages/index.ts";
import { networkText } from "./network-text.ts";

/** What one client does about a fault. */
export interface ClientPrint {
  readonly client: Client;
  readonly title: string;
  readonly isMeasured: boolean;
  /** What it prints, a wording for each message class; none when it accepts the fault. */
  readonly texts: readonly string[];
}

const wordings = new Map(
  Object.values(messageTables).flatMap((all) =>
    all.map(({ id, wordings: [first = ""] }) => [id, [first].flat().join(" … ")]),
  ),
);

/** The first wording of a message class. */
export function wordingOf(id: string): string {
  return wordings.get(id) ?? id;
}

/** What is known of each client, in the order of the columns. */
export function clientPrints({ prints }: Fault): readonly ClientPrint[] {
  return (Object.keys(clients) as Client[]).flatMap((client) => {
    const print = prints[client];
    if (print === undefined) return [];
    return [{ client, ...clients[client], texts: print === "accepts" ? [] : print.map((id) => textOf(id, client)) }];
  });
}

function textOf(id: string, client: Client): string {
  const [, alert] = /^alert-(\d+)$/.exec(id) ?? [];
  return alert === undefined ? (networkText(id, client) ?? wordingOf(id)) : alertText(Number(alert), client);
}
