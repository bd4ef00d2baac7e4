import { faults } from "../faults/catalogue.ts";
import { type Client, clients } from "../faults/client.ts";
import type { Fault } from "../faults/fault.ts";

/** A fault that may be behind the messages. */
export interface RankedFault {
  readonly fault: Fault;
  /** The messages that it explains. */
  readonly explained: readonly string[];
  /** Its share of all that may be the cause, 0 to 1. */
  readonly confidence: number;
}

/** What a message that some other client is known to print for a fault counts, where this one's is not known. */
const FROM_OTHER_CLIENTS = 0.02;

/** pip's trust list is its own: what it prints says little about others. */
const otherClients: readonly Client[] = (Object.keys(clients) as Client[]).filter((client) => client !== "pip");

/**
 * The faults that print these messages, the likeliest first: by how many of the messages a fault explains, by how many more it would have
 * printed, and by how often it is met.
 */
export function rankFaults(
  messages: readonly string[],
  columns: readonly Client[],
  boost: (fault: Fault) => number = () => 1,
): readonly RankedFault[] {
  const scored = faults
    .map((fault) => ({
      fault,
      explained: explainedBy(fault, messages),
      score: scoreOf(fault, messages, columns) * boost(fault),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const total = scored.reduce((sum, { score }) => sum + score, 0);
  return scored.map(({ fault, explained, score }) => ({ fault, explained, confidence: score / total }));
}

function scoreOf(fault: Fault, messages: readonly string[], columns: readonly Client[]): number {
  const fits = columns.map((client) => fitOf(printedBy(fault, client), messages));
  const best = Math.max(0, ...fits);
  if (best > 0) return fault.weight * best;
  const elsewhere = otherClients.map((client) => fitOf(heardFrom(fault, client, columns), messages));
  return fault.weight * FROM_OTHER_CLIENTS * Math.max(0, ...elsewhere);
}

/** The alerts in a server's log came from its client: no client of its own prints them for that. */
function heardFrom(fault: Fault, client: Client, columns: readonly Client[]): readonly string[] {
  const printed = printedBy(fault, client);
  if (client !== "server" || columns.includes("others")) return printed;
  return printed.filter((message) => !message.startsWith("alert-"));
}

/** 1 when exactly these messages are printed; less for each that stays unexplained, and a little less for each that is missing. */
function fitOf(printed: readonly string[], messages: readonly string[]): number {
  const common = messages.filter((message) => printed.includes(message)).length;
  if (common === 0) return 0;
  const explained = common / messages.length;
  return explained ** 3 * (0.5 + (0.5 * common) / printed.length);
}

function printedBy({ prints }: Fault, client: Client): readonly string[] {
  const print = prints[client];
  return print === undefined || print === "accepts" ? [] : print;
}

function explainedBy(fault: Fault, messages: readonly string[]): string[] {
  const all = new Set((Object.keys(fault.prints) as Client[]).flatMap((client) => printedBy(fault, client)));
  return messages.filter((message) => all.has(message));
}
