import { describeScene } from "../describe-scene.ts";
import type { LiveFault } from "../running-lab.ts";
import { chainPicture } from "./chain-picture.ts";
import { type Html, html } from "./html.ts";
import { pictureView } from "./picture-view.ts";

/** Who sends, trusts and asks for what, and the chains between them. @param at when the chains are judged. */
export function sceneView({ scene, name }: LiveFault, at: Date): Html {
  const { server, demand, client, trust, crls, ocsp, verify } = scene;
  const sent = chainPicture({ chain: server.chain, trust, name, crls, ocsp, verify, purpose: "serverAuth" }, at);
  return html`<section>
<h2 id="chain">How it stands</h2>
<dl class="scene">
${describeScene(scene).map(
  ([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>
`,
)}</dl>
<h3>The server's chain, as the client sees it</h3>
${pictureView(sent)}
${demand && client.identity && clientView(client.identity.chain, demand, at)}
</section>`;
}

function clientView(
  chain: LiveFault["scene"]["server"]["chain"],
  { trust, crls = [] }: NonNullable<LiveFault["scene"]["demand"]>,
  at: Date,
): Html {
  const shown = chainPicture({ chain, trust, crls, ocsp: [], verify: {}, purpose: "clientAuth" }, at);
  return html`<h3>The client's chain, as the server sees it</h3>
${pictureView(shown)}`;
}
