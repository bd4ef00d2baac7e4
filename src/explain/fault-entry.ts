import { adviceOf, opensslNumberOf } from "../faults/advice.ts";
import { ambiguities } from "../faults/ambiguities.ts";
import { faults } from "../faults/catalogue.ts";
import { type Client, clients } from "../faults/client.ts";
import type { Fault } from "../faults/fault.ts";
import type { Entry } from "./entry.ts";
import { serverNeedOf, servers } from "./servers.ts";

/** Everything that the catalogue says about a fault. */
export function faultEntry(fault: Fault): Entry {
  const { why, fix } = adviceOf(fault);
  const number = opensslNumberOf(fault);
  const alike = faults.filter(({ ambiguity, id }) => ambiguity === fault.ambiguity && id !== fault.id);
  const refusing = clientsThat(fault, (print) => print !== "accepts");
  const accepting = clientsThat(fault, (print) => print === "accepts");
  return {
    kind: "fault",
    id: fault.id,
    title: fault.title,
    paragraphs: [fault.story, why],
    facts: [
      ["severity", fault.severity],
      ["written in", fault.citation],
      ...(number === undefined ? [] : [["OpenSSL", `error ${number}`] as const]),
      ...(fault.badssl === undefined ? [] : [["badssl.com", `${fault.badssl}.badssl.com`] as const]),
      ...(refusing === "" ? [] : [["refuse it", refusing] as const]),
      ...(accepting === "" ? [] : [["accept it", accepting] as const]),
      ["to tell apart", ambiguities[fault.ambiguity].look],
      ...serverFacts(fault),
    ],
    fix,
    faults: alike.map(({ id }) => id),
  };
}

/** How each server program is told. */
function serverFacts(fault: Fault): Entry["facts"] {
  const need = serverNeedOf(fault);
  return need === undefined ? [] : servers.map((server) => [server.title, server[need]]);
}

function clientsThat({ prints }: Fault, does: (print: Fault["prints"][Client]) => boolean): string {
  return (Object.keys(clients) as Client[])
    .filter((client) => client !== "others" && prints[client] !== undefined && does(prints[client]))
    .join(", ");
}
