import { type ClientPrint, clientPrints, wordingOf } from "../src/explain/client-prints.ts";
import { messageTables } from "../src/explain/messages/index.ts";
import { programs } from "../src/explain/programs.ts";
import { serverNeedOf, servers } from "../src/explain/servers.ts";
import { adviceOf, opensslNumberOf } from "../src/faults/advice.ts";
import { ambiguities } from "../src/faults/ambiguities.ts";
import { Laboratory } from "../src/faults/build/laboratory.ts";
import { faultGroups, faults } from "../src/faults/catalogue.ts";
import { type Client, clients } from "../src/faults/client.ts";
import type { Fault, FaultGroup } from "../src/faults/fault.ts";
import { groupTitles } from "../src/faults/group-titles.ts";
import type { Print } from "../src/faults/prints/prints.ts";
import { describeScene } from "../src/lab/describe-scene.ts";
import { makeCommands } from "../src/lab/make-commands.ts";
import { code, page, table } from "./markdown.ts";

const SOURCE = "src/faults/ and src/explain/";
const laboratory = new Laboratory(new Date(0));
const columns = Object.keys(clients) as Client[];

/** docs/faults/: one page per fault, and the ways to find it. */
export function faultPages(): Readonly<Record<string, string>> {
  return {
    "docs/faults/README.md": overviewPage(),
    "docs/faults/messages.md": messagesPage(),
    "docs/faults/matrix.md": matrixPage(),
    "docs/faults/programs.md": programsPage(),
    ...Object.fromEntries(faults.map((fault) => [`docs/faults/${fault.id}.md`, faultPage(fault)])),
  };
}

function overviewPage(): string {
  return page(
    "Faults",
    SOURCE,
    "Everything that can be wrong between a client and a server, as far as certificates and TLS go. [By message](messages.md), [by client](matrix.md), [how each program is told what to trust](programs.md). `rootcause explain ID` says the same on a terminal; `rootcause lab make ID` makes the fault as files, `rootcause lab serve ID` as a live server.",
    ...(Object.keys(groupTitles) as FaultGroup[]).flatMap((group) => [
      `## ${groupTitles[group]}`,
      table(
        ["fault", "", "severity"],
        faultGroups[group].map((fault) => [link(fault), fault.title, fault.severity]),
      ),
    ]),
  );
}

function faultPage(fault: Fault): string {
  const { why, fix } = adviceOf(fault);
  const { look, command } = ambiguities[fault.ambiguity];
  const alike = faults.filter(({ ambiguity, id }) => ambiguity === fault.ambiguity && id !== fault.id);
  return page(
    fault.title,
    SOURCE,
    `${code(fault.id)}: ${fault.severity}. ${[fault.citation, ...numberOf(fault), ...badsslOf(fault)].join("; ")}.`,
    fault.story,
    "## Why clients mind",
    why,
    "## What to do",
    fix.map(({ role, text }) => `- ${role}: ${text}`).join("\n"),
    ...serverSection(fault),
    "## How it is made",
    describeScene(laboratory.build(fault))
      .map(([label, value]) => `- ${label}: ${value}`)
      .join("\n"),
    `\`\`\`sh\n${makeCommands(fault).join("\n")}\n\`\`\``,
    "## What clients print",
    table(["client", "message"], clientPrints(fault).map(printRow)),
    "## What looks the same",
    `${alike.map(link).join(", ") || "Nothing"}. ${look}`,
    `\`\`\`sh\n${command}\n\`\`\``,
  );
}

function serverSection(fault: Fault): string[] {
  const need = serverNeedOf(fault);
  if (need === undefined) return [];
  const rows = servers.map((server) => [server.title, server[need]]);
  return ["How servers are told, once there is a good certificate:", table(["server", "setting"], rows)];
}

function numberOf(fault: Fault): string[] {
  const number = opensslNumberOf(fault);
  return number === undefined ? [] : [`OpenSSL's error ${number}`];
}

function badsslOf({ badssl }: Fault): string[] {
  return badssl === undefined ? [] : [`${badssl}.badssl.com`];
}

function printRow({ title, isMeasured, texts }: ClientPrint): string[] {
  return [`${title}${isMeasured ? "" : " (not measured)"}`, texts.map(code).join("; ") || "accepts it"];
}

function messagesPage(): string {
  return page(
    "Faults by message",
    SOURCE,
    "What programs print, and the faults that may be behind it. Case, hyphens, quotes and line breaks do not count.",
    ...Object.entries(messageTables).flatMap(([name, all]) => [
      `## ${name}`,
      table(
        ["message", "says", "faults"],
        all.map(({ id, means }) => [code(wordingOf(id)), means, faultsThatPrint(id)]),
      ),
    ]),
  );
}

function faultsThatPrint(id: string): string {
  return faults
    .filter(({ prints }) => Object.values(prints).some((print) => print !== "accepts" && print.includes(id)))
    .map(link)
    .join(", ");
}

function matrixPage(): string {
  return page(
    "Faults by client",
    SOURCE,
    "✗ refuses, ✓ accepts, nothing: not known.",
    table(
      ["fault", ...columns],
      faults.map((fault) => [link(fault), ...columns.map((client) => mark(fault.prints[client]))]),
    ),
  );
}

function mark(print: Print | undefined): string {
  if (print === undefined) return "";
  return print === "accepts" ? "✓" : "✗";
}

function programsPage(): string {
  return page(
    "How programs are told what to trust",
    SOURCE,
    "ca.pem holds the root. The last two columns: the shortcut that switches the check off, and what to do instead.",
    table(
      ["program", "trust a root", "client certificate", "TLS versions", "never", "instead"],
      programs.map(({ title, trust, certificate, versions, never }) => [
        title,
        trust,
        certificate,
        versions,
        code(never.shortcut),
        code(never.instead),
      ]),
    ),
    "## Servers",
    table(
      ["server", "certificate and intermediates", "TLS versions", "client certificates", "OCSP stapling"],
      servers.map(({ title, chain, versions, clients: own, staple }) => [title, chain, versions, own, staple]),
    ),
  );
}

function link({ id }: Fault): string {
  return `[${id}](${id}.md)`;
}
