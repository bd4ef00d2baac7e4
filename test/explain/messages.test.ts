import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.ts";
import { cleanText } from "../../src/explain/match/clean-text.ts";
import { readText } from "../../src/explain/match/reading.ts";
import { programs } from "../../src/explain/programs.ts";
import { faultNamed } from "../../src/faults/catalogue.ts";
import type { Client } from "../../src/faults/client.ts";

interface Measured {
  readonly fault: string;
  readonly client: string;
  readonly text: string;
}

const file = join(import.meta.dirname, "../../../shared/data/client-messages.json");

/** What the measurement calls the clients, where the catalogue says it otherwise. */
const columnNames: Readonly<Record<string, Client>> = {
  python313_strict_flags: "python-3.13",
  firefox153: "firefox",
  chromium156: "chromium",
  "node-fetch": "node",
};

describe.skipIf(!existsSync(file))("what real clients printed for real faults", () => {
  const measured = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Measured[]) : [];
  const answers = measured.map((it) => ({ ...it, ...explain(it.text) }));

  it("has the fault among the candidates in 99 % or more", () => {
    const missed = answers.filter(({ fault, candidates }) => !candidates.some((it) => it.fault === fault));
    expect(missed.length / measured.length, JSON.stringify(missed.map(nameOf))).toBeLessThanOrEqual(0.01);
  });

  it("has it first, or cannot tell the first from it, in 97 % or more", () => {
    const missed = answers.filter((it) => !isAlike(it, it.candidates[0]?.fault));
    expect(missed.length / measured.length, JSON.stringify(missed.map(nameOf))).toBeLessThanOrEqual(0.03);
  });

  it("knows who printed it", () => {
    const wrong = answers.filter(({ client, producer }) => {
      const columns = programs.find(({ id }) => id === producer)?.columns ?? [];
      return !columns.includes(columnOf(client)) && !columns.includes("python");
    });
    expect(wrong.map(nameOf)).toEqual(["node hangs-on-hello"]); // "TIMEOUT", which any program may say
  });

  it("agrees with the catalogue about who accepts what", () => {
    const contradicted = answers.filter(
      ({ fault, client }) => faultNamed(fault)?.prints[columnOf(client)] === "accepts",
    );
    expect(contradicted.map(nameOf)).toEqual(["wget alert-no-application-protocol"]); // the lab's server lets in who offers no protocol
  });

  /** The other fault printed the same words, or the catalogue says that this client prints all the messages of this text for it too. */
  function isAlike({ fault, client, text }: Measured, other: string | undefined): boolean {
    if (other === undefined) return false;
    const sameWords = measured.some(
      (it) => it.fault === other && it.client === client && words(it.text) === words(text),
    );
    return sameWords || (print(fault, client, text) && print(other, client, text));
  }
});

function nameOf({ client, fault }: Measured): string {
  return `${client} ${fault}`;
}

function columnOf(client: string): Client {
  return columnNames[client] ?? (client as Client);
}

/** Without what differs from call to call: ports, addresses, times, file names. */
function words(text: string): string {
  return text.replace(/[0-9A-F]{16}|\d+|c\/\S+/g, "#");
}

/** The client prints, for this fault, every message of the text that gives a reason; without any, that it failed. */
function print(id: string, client: string, text: string): boolean {
  const { hits, program } = readText(cleanText(text));
  const heard = hits.filter(({ table }) => program === undefined || program.speaks.includes(table));
  const top = Math.min(1, Math.max(...heard.map(({ message }) => message.specificity)));
  const reasons = heard.filter(
    ({ table, message }) =>
      message.specificity >= top &&
      !heard.some((other) => other.table === table && other.message.specificity > message.specificity),
  );
  const row = faultNamed(id)?.prints[columnOf(client)];
  return row !== undefined && row !== "accepts" && reasons.every(({ message }) => row.includes(message.id));
}
