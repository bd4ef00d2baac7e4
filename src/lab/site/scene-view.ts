import type { ClientDemand, Identity, Scene } from "../../faults/build/scene.ts";
import { describeScene } from "../describe-scene.ts";
import type { LiveFault } from "../running-lab.ts";
import { chainPicture } from "./chain-picture.ts";
import { type Html, html } from "./html.ts";
import { pictureView } from "./picture-view.ts";

/** Who sends, trusts and asks for what, and the chains between them. @param at when the chains are judged. */
export function sceneView({ scene }: LiveFault, at: Date): Html {
  const { demand, client } = scene;
  return html`<section>
<h2 id="chain">How it stands</h2>
<dl class="scene">
${describeScene(scene).map(
  ([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>
`,
)}</dl>
${serverView(scene, at)}
${demand && client.identity && clientView(client.identity, demand, at)}
</section>`;
}

function serverView({ server, conduct, trust, name, crls, ocsp, verify }: Scene, at: Date): Html {
  if (conduct.kind !== "tls") return html`<p>No certificate is shown: it ends before.</p>`;
  const { chain } = server;
  return html`<h3>The server's chain, as the client sees it</h3>
${pictureView(chainPicture({ chain, trust, name, crls, ocsp, verify, purpose: "serverAuth" }, at))}`;
}

function clientView({ chain }: Identity, { trust, crls = [] }: ClientDemand, at: Date): Html {
  return html`<h3>The client's chain, as the server sees it</h3>
${pictureView(chainPicture({ chain, trust, crls, ocsp: [], verify: {}, purpose: "clientAuth" }, at))}`;
}
