import { evidenceOf } from "../../../src/explain/evidence.ts";
import { explain } from "../../../src/explain/explain.ts";
import { cleanText } from "../../../src/explain/match/clean-text.ts";
import { excerpt } from "../../../src/explain/match/excerpt.ts";
import { readText } from "../../../src/explain/match/reading.ts";
import type { Client } from "../../../src/faults/client.ts";
import type { Fault } from "../../../src/faults/fault.ts";
import type { Outcome } from "../../clients/client.ts";
import { rowOf } from "./row-of.ts";

/** Where what a client did about a fault is not what the catalogue says, or where its text does not lead back to the fault. */
export function disagreements(fault: Fault, client: Client, { accepted, text }: Outcome): readonly string[] {
  const row = rowOf(fault, client);
  if (row === undefined) return ["the catalogue has no row"];
  if (accepted) return row === "accepts" ? [] : [`accepted, and should print ${row.join(", ")}`];
  if (row === "accepts") return [`refused, and should accept: ${text}`];
  const said = withoutLab(text, fault);
  return [...unknownMessages(said, row), ...wrongRank(said, fault)];
}

/** Names of the lab stand in certificates, and some clients print those. */
function withoutLab(text: string, { id }: Fault): string {
  return text.replaceAll(id, "lab");
}

function unknownMessages(text: string, row: readonly string[]): readonly string[] {
  const read = excerpt(text);
  const seen = evidenceOf(readText(cleanText(read), read)).map(({ message }) => message.id);
  if (seen.length === 0) return [`printed nothing that is known: ${text}`];
  return seen
    .filter((id) => !row.includes(id))
    .map((id) => `printed ${id}, and should print ${row.join(", ")}: ${text}`);
}

/** The fault is the first candidate, or the probe separates it from the first. */
function wrongRank(text: string, { id }: Fault): readonly string[] {
  const { candidates, probe } = explain(text);
  if (candidates[0]?.fault === id || probe?.separates.includes(id)) return [];
  const rank = candidates.findIndex(({ fault }) => fault === id);
  return [`explained as ${candidates[0]?.fault}, number ${rank + 1} without a probe that separates them: ${text}`];
}

/** What the client prints leads to advice that names the option through which it is told its roots here. */
export function trustAdviceMissing(fault: Fault, { text }: Outcome, option: string): boolean {
  const advised = explain(text).candidates.find((candidate) => candidate.fault === fault.id);
  return advised?.fix.some((fix) => fix.text.includes(option)) !== true;
}
