import { faultEntry } from "../../explain/fault-entry.ts";
import { ambiguities } from "../../faults/ambiguities.ts";
import type { Scene } from "../../faults/build/scene.ts";
import { describeScene } from "../describe-scene.ts";
import type { LabFile } from "../make/lab-file.ts";
import type { LiveFault } from "../running-lab.ts";
import { callsView } from "./calls.ts";
import { chainPicture } from "./chain-picture.ts";
import { type Html, html, prose } from "./html.ts";
import { endpointsView, filesView } from "./offers.ts";
import { commandBlock, page } from "./page.ts";
import { pictureView } from "./picture-view.ts";
import { severityMark } from "./severity.ts";

export interface FaultPageInput {
  readonly live: LiveFault;
  readonly site: URL;
  /** The moment at which the chain is judged. */
  readonly at: Date;
  readonly files: readonly LabFile[];
  /** True for faults that have a page here. */
  readonly isServed: (id: string) => boolean;
}

const roles = { server: "Whoever runs the server", client: "Whoever runs the client", ca: "The CA" } as const;

/** Everything about one fault. */
export function faultPage({ live, site, at, files, isServed }: FaultPageInput): string {
  const { fault, scene } = live;
  const { id, title, paragraphs, facts, fix, faults: alike } = faultEntry(fault);
  const [story = "", why = ""] = paragraphs;
  const { look, command } = ambiguities[fault.ambiguity];
  const told = facts.filter(([label]) => ["written in", "OpenSSL", "badssl.com"].includes(label));
  return page(
    `${title}: ${id}`,
    html`<h1>${title}</h1>
<p class="facts"><code>${id}</code> ${severityMark(fault.severity)} ${told.map(([label, value]) => html`<span>${label} ${value}</span>`)}</p>
<p class="story">${story}</p>
<section>
<h2 id="why">Why clients mind</h2>
<p>${prose(why)}</p>
<h2 id="fix">Who mends it, and how</h2>
<dl>${fix.map(({ role, text }) => html`<dt><strong>${roles[role]}</strong></dt><dd>${prose(text)}</dd>`)}</dl>
</section>
${howItStands(scene, at)}
${callsView(live, site)}
${endpointsView(live, site)}
${filesView(id, files)}
<section>
<h2 id="alike">What looks the same</h2>
<p>${look}</p>
${commandBlock("tell them apart", filled(command, live))}
<p>${alike.map((other, i) => html`${i > 0 && ", "}${isServed(other) ? html`<a href="/${other}">${other}</a>` : other}`)}</p>
</section>`,
  );
}

function howItStands(scene: Scene, at: Date): Html {
  const { server, demand, client, trust, name, crls, ocsp, verify } = scene;
  const chain = server.chain;
  const facts = describeScene(scene);
  return html`<section>
<h2 id="chain">How it stands</h2>
<dl class="scene">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<h3>The server's chain</h3>
${pictureView(chainPicture({ chain, trust, name, crls, ocsp, verify, purpose: "serverAuth" }, at))}
${
  demand &&
  client.identity &&
  html`<h3>The client's chain, as the server sees it</h3>
${pictureView(chainPicture({ chain: client.identity.chain, trust: demand.trust, crls: demand.crls ?? [], ocsp: [], verify: {}, purpose: "clientAuth" }, at))}`
}
</section>`;
}

/** HOST and PORT filled in. */
function filled(command: string, { name, port }: LiveFault): string {
  return command.replaceAll("HOST", name).replaceAll("PORT", String(port));
}
