import { faults } from "../faults/catalogue.ts";
import type { Client } from "../faults/client.ts";
import type { Print } from "../faults/prints/prints.ts";
import type { AlsoSaid } from "./explanation.ts";
import { lineAt } from "./match/line-at.ts";
import type { Hit } from "./match/reading.ts";

/** As many further errors as anybody reads at once, and as many causes of each. */
const LONGEST_LIST = 5;
const CAUSES = 3;

/** Of each message the faults that some client prints it for, the most frequent first. */
const causesOf: ReadonlyMap<string, readonly string[]> = causesByMessage();

/** What the lines after the first message say of something else: messages that none of the faults explains that were named before. */
export function alsoSaid(hits: readonly Hit[], first: Hit, text: string): readonly AlsoSaid[] {
  const explained = new Set(causesOf.get(first.message.id));
  const said: AlsoSaid[] = [];
  for (const { message, offset } of hits) {
    const causes = causesOf.get(message.id) ?? [];
    const isOther = causes.length > 0 && !causes.some((id) => explained.has(id));
    if (!isOther || message.specificity < 1 || !isOnLaterLine(text, first.offset, offset)) continue;
    for (const id of causes) explained.add(id);
    said.push({ text: lineAt(text, offset), means: message.means, faults: causes.slice(0, CAUSES) });
    if (said.length === LONGEST_LIST) break;
  }
  return said;
}

function isOnLaterLine(text: string, first: number, offset: number): boolean {
  const end = text.indexOf("\n", first);
  return end >= 0 && offset > end;
}

function causesByMessage(): ReadonlyMap<string, readonly string[]> {
  const causes = new Map<string, string[]>();
  for (const { id, prints } of [...faults].sort((a, b) => b.weight - a.weight))
    for (const message of new Set((Object.keys(prints) as Client[]).flatMap((client) => messagesOf(prints[client]))))
      causes.set(message, [...(causes.get(message) ?? []), id]);
  return causes;
}

function messagesOf(print: Print | undefined): readonly string[] {
  return print === undefined || print === "accepts" ? [] : print;
}
