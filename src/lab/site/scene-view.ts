import type { Scene } from "../../faults/build/scene.ts";
import { describeScene } from "../describe-scene.ts";
import { judgeClient, judgeScene } from "../judge-scene.ts";
import { chainPicture } from "./chain-picture.ts";
import { type Html, html } from "./html.ts";
import { pictureView } from "./picture-view.ts";

/** Who sends, trusts and asks for what, and the chains between them. @param at when the chains are judged. */
export function sceneView(scene: Scene, at: Date): Html {
  return html`<section>
<h2 id="chain">How it stands</h2>
<dl class="scene">
${describeScene(scene).map(
  ([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>
`,
)}</dl>
${serverView(scene, at)}
${clientView(scene, at)}
</section>`;
}

function serverView(scene: Scene, at: Date): Html {
  const { server, conduct, trust } = scene;
  if (conduct.kind !== "tls") return html`<p>No certificate is shown: it ends before.</p>`;
  return html`<h3>The server's chain, as the client sees it</h3>
${pictureView(chainPicture(judgeScene(scene, at), server.chain, trust))}`;
}

function clientView(scene: Scene, at: Date): Html | undefined {
  const { client, demand } = scene;
  const result = judgeClient(scene, at);
  if (result === undefined) return undefined;
  return html`<h3>The client's chain, as the server sees it</h3>
${pictureView(chainPicture(result, client.identity?.chain ?? [], demand?.trust ?? []))}`;
}
