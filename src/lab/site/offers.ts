import type { LabFile } from "../make/lab-file.ts";
import type { LiveFault } from "../running-lab.ts";
import { type Html, html } from "./html.ts";

/** What a live fault offers over HTTP beside its TLS port, and which of it does not answer as it should. */
export function endpointsView({ fault: { id }, scene }: LiveFault, site: URL): Html | undefined {
  if (scene.endpoints.length === 0) return undefined;
  return html`<section>
<h2 id="endpoints">What it offers over HTTP</h2>
<p>The certificates point at the first of them; what these say is part of the fault. Others, if there are any, stand in for addresses that
misbehave: give them to a client that takes one.</p>
<table class="stack">
<caption>CRLs, OCSP responders and certificates of CAs</caption>
<thead><tr><th scope="col">Address</th><th scope="col">What it does</th></tr></thead>
<tbody>
${scene.endpoints.map(({ path, fault, answer }) => {
  const { href } = new URL(`live/${id}${path}`, site);
  return html`<tr><td class="what">${answer.kind === "ocsp" ? html`<code>${href}</code>` : html`<a href="${href}">${href}</a>`}</td><td>${fault ?? "answers"}</td></tr>
`;
})}</tbody>
</table>
</section>`;
}

/** The files of a fault. */
export function filesView(id: string, files: readonly LabFile[]): Html {
  return html`<section>
<h2 id="files">Files</h2>
<ul>
${files.map(
  ({ name }) => html`<li><a href="/${id}/${name}">${name}</a></li>
`,
)}</ul>
</section>`;
}
