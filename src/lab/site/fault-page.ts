import type { Entry } from "../../explain/entry.ts";
import { faultEntry } from "../../explain/fault-entry.ts";
import { ambiguities } from "../../faults/ambiguities.ts";
import type { LabFile } from "../make/lab-file.ts";
import type { LiveFault } from "../running-lab.ts";
import { alikeCommand } from "./alike-command.ts";
import { callsView } from "./calls.ts";
import { type Html, html, prose } from "./html.ts";
import { endpointsView, filesView } from "./offers.ts";
import { commandBlock, page } from "./page.ts";
import { sceneView } from "./scene-view.ts";
import { servicesView } from "./services.ts";
import { severityMark } from "./severity.ts";

export interface FaultPageInput {
  readonly live: LiveFault;
  readonly site: URL;
  /** When the chain is judged. */
  readonly at: Date;
  readonly files: readonly LabFile[];
  /** True for faults that have a page here. */
  readonly isServed: (id: string) => boolean;
}

/** Everything about one fault. */
export function faultPage({ live, site, at, files, isServed }: FaultPageInput): string {
  const entry = faultEntry(live.fault);
  return page(
    `${entry.title}: ${entry.id}`,
    html`${storyView(live, entry)}
${sceneView(live.scene, at)}
${callsView(live, site)}
${servicesView(live)}
${endpointsView(live, site)}
${filesView(entry.id, files)}
${alikeView(live, entry, isServed)}`,
  );
}

const roles = { server: "Whoever runs the server", client: "Whoever runs the client", ca: "The CA" } as const;
/** Facts of the entry that stand below the title, and what is said before each. */
const sources: Readonly<Record<string, string>> = { "written in": "", OpenSSL: "OpenSSL’s ", "badssl.com": "" };

function storyView({ fault }: LiveFault, { id, title, paragraphs, facts, fix }: Entry): Html {
  const [story = "", ...reasons] = paragraphs;
  return html`<h1>${title}</h1>
<p class="facts"><code>${id}</code> ${severityMark(fault.severity)}
${facts.filter(([label]) => label in sources).map(([label, value]) => html`<span>${sources[label]}${value}</span> `)}</p>
<p class="story">${prose(story)}</p>
<section>
<h2 id="why">Why clients mind</h2>
${reasons.map((reason) => html`<p>${prose(reason)}</p>`)}
</section>
<section>
<h2 id="fix">Who mends it, and how</h2>
<dl>${fix.map(({ role, text }) => html`<dt><strong>${roles[role]}</strong></dt><dd>${prose(text)}</dd>`)}</dl>
</section>`;
}

function alikeView(live: LiveFault, { faults: alike }: Entry, isServed: (id: string) => boolean): Html {
  const { look, command } = ambiguities[live.fault.ambiguity];
  return html`<section>
<h2 id="alike">What looks the same</h2>
<p>${prose(look)}</p>
${commandBlock("tell them apart", alikeCommand(command, live))}
<p>${alike.map((id, i) => html`${i > 0 && ", "}${isServed(id) ? html`<a href="/${id}">${id}</a>` : id}`)}</p>
</section>`;
}
