import type { ChainPicture, Link } from "./chain-picture.ts";
import { type Html, html } from "./html.ts";
import type { PictureBox } from "./picture-box.ts";

const roles: Readonly<Record<PictureBox["kind"], string>> = {
  trusted: "trusted",
  sent: "sent",
  missing: "missing",
  beside: "beside the chain",
};

const links: Readonly<Record<Link, string>> = {
  signed: "signed by",
  broken: "names this issuer, and is not signed by its key",
  missing: "signed by somebody who is not here",
};

/** A chain as a list of boxes, the leaf first; a link that does not hold is broken, and who is missing has an empty box. */
export function pictureView({ boxes, links: joints, beside, verdict }: ChainPicture): Html {
  return html`<ol class="picture">
${boxes.map((box, i) => {
  const joint = joints[i];
  return html`<li>${boxView(box, i)}${joint && html`<p class="link${joint !== "signed" && " broken"}">${links[joint]}</p>`}</li>
`;
})}${beside.map(
  (box) => html`<li>${boxView(box)}</li>
`,
)}</ol>
<p><code>rootcause verify</code> says: ${verdict}.</p>`;
}

function boxView({ kind, title, facts, trouble }: PictureBox, index?: number): Html {
  const role = index === 0 ? `leaf, ${roles[kind]}` : roles[kind];
  return html`<div class="box ${kind} ${trouble?.severity}"><span class="quiet">${role}</span><strong>${title}</strong>${facts}
${trouble && html`<p class="trouble">${trouble.severity === "error" ? "✗" : "!"} ${trouble.message}</p>`}</div>`;
}
