import type { Paint } from "../paint.ts";
import { columns } from "../text/columns.ts";
import { renderVerdict } from "../verify/render-verdict.ts";
import type { Scene, Tour } from "./tour.ts";

/** What was made, what each side saw, what the verifier says, and what to do next. */
export function renderTour({ ca, certificates, scenes, stranger }: Tour, paint: Paint, now: Date): string {
  const issued = certificates.map(
    ({ profile, names, serial }) => `issued ${paint.bold(profile)} for ${names.join(", ")}  ${paint.dim(serial)}`,
  );
  return [
    [`the CA is ${paint.bold(ca)}`, ...issued].join("\n"),
    `${paint.bold("an HTTPS server with mutual TLS, and who called it")}`,
    ...scenes.map((scene) => sceneText(scene, paint)),
    `${paint.bold("why the first one hung up")}: rootcause verify, without the root`,
    renderVerdict(stranger, paint, now),
    nextSteps(paint),
  ].join("\n\n");
}

function sceneText({ caller, accepted, client, server, words }: Scene, paint: Paint): string {
  const mark = accepted ? paint.green("✓") : paint.red("✗");
  const rows = columns(
    [
      ["client saw", client],
      ["server saw", server],
    ],
    paint,
    "    ",
  );
  return [`${mark} ${caller}: ${words}`, ...rows].join("\n");
}

function nextSteps(paint: Paint): string {
  const steps = [
    [
      "node bin/rootcause.js issue localhost 127.0.0.1 ::1",
      "cert.pem, key.pem, fullchain.pem and root.pem in ./localhost",
    ],
    ["node bin/rootcause.js inspect localhost/cert.pem", "what a certificate says, in words"],
    ["node bin/rootcause.js verify localhost/fullchain.pem", "is it valid, and if not, why"],
    ["node bin/rootcause.js list", "what was issued"],
    ["node bin/rootcause.js lab serve", "every fault there is, on servers of this machine"],
  ] as const;
  return [paint.bold("next"), ...columns(steps, paint)].join("\n");
}
