import { nssAlertNames } from "../messages/alerts.ts";
import { type MessageTableName, messageTables } from "../messages/index.ts";
import type { MessageClass, Wording } from "../messages/message-class.ts";
import { x509Errors } from "../messages/x509-errors.ts";
import { type Program, programs } from "../programs.ts";
import { type Occurrence, PhraseIndex } from "./phrase-index.ts";
import { normalise } from "./words.ts";

/** The parts of a wording stand this close, in words: an error and its details, not two errors. */
const TOGETHER = 64;

/** A message that stands in a text. */
export interface Hit {
  readonly message: MessageClass;
  readonly table: MessageTableName;
  readonly offset: number;
}

export interface Reading {
  /** In the order of the text. */
  readonly hits: readonly Hit[];
  /** Who printed it, if something other than the message says so. */
  readonly program: Program | undefined;
}

type Found = ReadonlyMap<string, readonly Occurrence[]>;

const classes = Object.entries(messageTables).flatMap(([table, messages]) =>
  messages.map((message) => ({
    table: table as MessageTableName,
    message,
    wordings: message.wordings.map(partsOf),
  })),
);

/** What says who printed a text. */
const marks: readonly { readonly program: Program; readonly phrases: readonly string[] }[] = programs.map(
  (program) => ({
    program,
    phrases: [...program.marks, ...derivedMarks(program.id)].map(normalise),
  }),
);

const messageIndex = new PhraseIndex(classes.flatMap(({ wordings }) => wordings.flat()));
const markIndex = new PhraseIndex(marks.flatMap(({ phrases }) => phrases));

/** Which known messages stand in a cleaned text, and which program left its marks there, or in the prefixes that the text had. */
export function readText(text: string, uncleaned = ""): Reading {
  const found = messageIndex.find(text);
  const hits = classes.flatMap(({ message, table, wordings }): Hit[] => {
    const offsets = wordings.flatMap((parts) => placeOf(parts, found) ?? []);
    return offsets.length === 0 ? [] : [{ message, table, offset: Math.min(...offsets) }];
  });
  const marked = markIndex.find(`${text}\n${uncleaned}`);
  const program = marks.find(({ phrases }) => phrases.some((phrase) => marked.has(phrase)))?.program;
  return { hits: hits.sort((a, b) => a.offset - b.offset), program };
}

function partsOf(wording: Wording): readonly string[] {
  return (typeof wording === "string" ? [wording] : wording).map(normalise);
}

/** Where the first part stands, if the others follow it. */
function placeOf([first = "", ...others]: readonly string[], found: Found): number | undefined {
  const start = found.get(first)?.find(({ word }) => others.every((part) => followsWithin(found.get(part), word)));
  return start?.offset;
}

function followsWithin(places: readonly Occurrence[] | undefined, from: number): boolean {
  return places?.some(({ word }) => word > from && word <= from + TOGETHER) === true;
}

/** Marks that derive from the tables: OpenSSL's tools print a number before its text, Node the constant, Firefox names of its own for alerts. */
function derivedMarks(program: string): readonly string[] {
  if (program === "openssl") return x509Errors.map(([number, , text]) => `${number} ${text}`);
  if (program === "node")
    return x509Errors.flatMap(([, constant, text, inNode]) =>
      inNode && !isProse(constant) ? [`code ${constant}`, `${constant} ${text}`] : [`UNSPECIFIED ${text}`],
    );
  if (program === "firefox") return nssAlertNames;
  return [];
}

/** A constant whose words stand in some text too: HOSTNAME_MISMATCH. */
function isProse(constant: string): boolean {
  return x509Errors.some(([, , text]) => normalise(text).includes(normalise(constant)));
}
