import { faultGroups } from "../../faults/catalogue.ts";
import type { Fault, FaultGroup } from "../../faults/fault.ts";
import { groupTitles } from "../../faults/group-titles.ts";
import type { LiveFault, RunningLab } from "../running-lab.ts";
import { type Html, html } from "./html.ts";
import { page } from "./page.ts";
import { rootTrust } from "./root-trust.ts";
import { severityMark } from "./severity.ts";

/** Every fault that is served, by group. @param search words that a fault must hold, from browsers without scripts. */
export function indexPage({ site, faults }: Pick<RunningLab, "site" | "faults">, search: string): string {
  const found = faults.filter(({ fault }) => holds(fault, search));
  const groups = (Object.keys(groupTitles) as FaultGroup[])
    .map((group) => ({ group, members: found.filter(({ fault }) => faultGroups[group].includes(fault)) }))
    .filter(({ members }) => members.length > 0);
  return page(
    "rootcause lab",
    html`<h1>TLS and certificates, broken on purpose</h1>
<p class="story">Each fault below is a server of its own on this machine, with one thing wrong and everything else right. Call it with any
client, compare what it prints with what is known, and read who can mend it and how.</p>
${rootTrust(site)}
<section aria-labelledby="faults">
<h2 id="faults">The faults</h2>
<form class="search" role="search" action="/" method="get">
<label for="search">Search</label>
<input id="search" type="search" name="q" value="${search}" placeholder="expired, hostname, OCSP &hellip;" autocomplete="off">
<span id="count" class="quiet" role="status">${found.length} of ${faults.length}</span>
</form>
<nav class="groups" aria-label="Groups">${groups.map(({ group }) => html`<a href="#${group}">${groupTitles[group]}</a> `)}</nav>
${groups.map(({ group, members }) => groupSection(group, members))}
</section>`,
  );
}

function groupSection(group: FaultGroup, members: readonly LiveFault[]): Html {
  return html`<section class="group">
<h3 id="${group}">${groupTitles[group]}</h3>
<table class="stack" aria-labelledby="${group}">
<thead><tr><th scope="col">Fault</th><th scope="col">What is wrong</th><th scope="col">Who refuses it</th><th scope="col">Live</th></tr></thead>
<tbody>
${members.map(row)}
</tbody>
</table>
</section>
`;
}

function row({ fault, url }: LiveFault): Html {
  const { id, title, severity } = fault;
  return html`<tr data-words="${wordsOf(fault)}"><td class="id"><a href="/${id}">${id}</a></td><td class="what">${title}</td><td class="how">${severityMark(severity)}</td><td class="try"><a href="${url}" aria-label="call ${id}" rel="noreferrer">call it</a></td></tr>
`;
}

function holds(fault: Fault, search: string): boolean {
  const words = wordsOf(fault);
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** What a search looks through. */
function wordsOf({ id, title, story, severity, badssl = "" }: Fault): string {
  return [id, title, story, severity, badssl].join(" ").toLowerCase();
}
