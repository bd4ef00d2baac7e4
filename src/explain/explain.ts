import { adviceOf } from "../faults/advice.ts";
import { type AmbiguityId, ambiguities } from "../faults/ambiguities.ts";
import { type Client, clients } from "../faults/client.ts";
import type { Fault } from "../faults/fault.ts";
import type { Fix } from "../verify/finding.ts";
import { alsoSaid } from "./also-said.ts";
import { certifiedNames, nameBoost } from "./certified-names.ts";
import { circumstanceBoost } from "./circumstances.ts";
import { type Endpoint, endpointIn, fillIn } from "./endpoint.ts";
import { evidenceOf } from "./evidence.ts";
import { type Candidate, type Explanation, NOTHING_KNOWN, type Probe } from "./explanation.ts";
import { cleanText } from "./match/clean-text.ts";
import { excerpt } from "./match/excerpt.ts";
import { lineAt } from "./match/line-at.ts";
import { type Hit, readText } from "./match/reading.ts";
import type { MessageTableName } from "./messages/index.ts";
import { namedCauseBoost } from "./named-causes.ts";
import { type Program, programs } from "./programs.ts";
import { type RankedFault, rankFaults } from "./rank-faults.ts";

/** What lacks the right root, on this side or the other. */
const mendedByTrust: ReadonlySet<AmbiguityId> = new Set(["issuer-not-found", "self-signed", "client-certificate"]);

/** The tables that one program words; a message of theirs says by itself who printed it. */
const ownerOf: Readonly<Partial<Record<MessageTableName, string>>> = {
  openssl: "openssl",
  node: "node",
  curl: "curl",
  python: "python-ssl",
  go: "go",
  java: "java",
  gnutls: "gnutls",
  wget: "wget",
  git: "git",
  perl: "perl",
  php: "php",
  ruby: "ruby",
  nss: "firefox",
  chromium: "chromium",
  rustls: "rustls",
  dotnet: "dotnet",
  windows: "schannel",
  apple: "apple",
};

/** Says what an error text of whatever program, length and wrapping means, and what to do. */
export function explain(text: string): Explanation {
  const read = excerpt(text);
  const cleaned = cleanText(read);
  const reading = readText(cleaned, read);
  const evidence = evidenceOf(reading);
  const program = reading.program ?? ownerOfFirst(evidence);
  const [first] = evidence;
  if (first === undefined) return unknown(cleaned, program);
  const endpoint = endpointIn(cleaned, first.offset);
  const byNames = nameBoost(certifiedNames(cleaned));
  const byCause = namedCauseBoost(cleaned);
  const byCircumstances = circumstanceBoost(cleaned, endpoint?.port);
  const ranked = rankFaults(
    evidence.map(({ message }) => message.id),
    columnsOf(reading.program, program),
    (fault) => byNames(fault) * byCause(fault) * byCircumstances(fault),
  );
  return {
    producer: program?.id ?? "unknown",
    text: lineAt(cleaned, first.offset),
    means: first.message.means,
    candidates: ranked.map((it) => candidate(it, evidence, program)),
    probe: probeFor(ranked, endpoint),
    never: program === undefined ? [] : [neverFor(program, ranked[0]?.fault)],
    also: alsoSaid(reading.hits, first, cleaned),
  };
}

function ownerOfFirst(evidence: readonly Hit[]): Program | undefined {
  const owner = evidence.map(({ table }) => ownerOf[table]).find((id) => id !== undefined);
  return programs.find(({ id }) => id === owner);
}

/** A text without marks may come from any client; the logs of servers leave marks. */
function columnsOf(marked: Program | undefined, owner: Program | undefined): readonly Client[] {
  if (marked !== undefined) return marked.columns;
  if (owner === undefined || owner.id === "openssl")
    return (Object.keys(clients) as Client[]).filter((client) => client !== "server");
  return owner.columns;
}

function candidate(
  { fault, confidence, explained }: RankedFault,
  evidence: readonly Hit[],
  program: Program | undefined,
): Candidate {
  const said = evidence.filter(({ message }) => explained.includes(message.id)).map(({ message }) => message.means);
  return {
    fault: fault.id,
    title: fault.title,
    confidence: Math.round(confidence * 1000) / 1000,
    why: `It prints "${said.join('" and "')}". ${fault.story}`,
    fix: fixesFor(fault, program),
  };
}

/** The fault's fixes, the client's in the words of the program at hand. */
function fixesFor(fault: Fault, program: Program | undefined): readonly Fix[] {
  const { fix } = adviceOf(fault);
  if (fault.needs === undefined || program === undefined) return fix;
  return [...fix, { role: "client", text: `${program.title}: ${program[fault.needs]}` }];
}

/** More trust mends only what needs it; whatever else is wrong is to be mended itself. */
function neverFor({ never: { shortcut, instead } }: Program, fault: Fault | undefined): string {
  const isTrust = fault === undefined || fault.needs === "trust" || mendedByTrust.has(fault.ambiguity);
  return isTrust ? `${shortcut}: use ${instead}` : `${shortcut}: mend ${fault.id} instead`;
}

/** The look that belongs to the likeliest fault. */
function probeFor([first, ...others]: readonly RankedFault[], endpoint: Endpoint | undefined): Probe | undefined {
  if (first === undefined) return undefined;
  const { command, look, also = [] } = ambiguities[first.fault.ambiguity];
  const alike = others.filter(({ fault }) => [first.fault.ambiguity, ...also].includes(fault.ambiguity));
  return {
    command: fillIn(command, endpoint),
    look,
    separates: [first, ...alike].map(({ fault }) => fault.id),
  };
}

function unknown(text: string, program: Program | undefined): Explanation {
  return {
    producer: program?.id ?? "unknown",
    text: lineAt(text, Math.max(0, text.search(/\S/))),
    means: NOTHING_KNOWN,
    candidates: [],
    probe: undefined,
    never: [],
    also: [],
  };
}
