import { clientPrints } from "../../explain/client-prints.ts";
import type { Fault } from "../../faults/fault.ts";
import { clientCommands } from "../commands/index.ts";
import type { CommandTarget } from "../commands/target.ts";
import type { LiveFault } from "../running-lab.ts";
import { type Html, html } from "./html.ts";
import { commandBlock } from "./page.ts";

/** How to call a fault with each client, and what each prints. */
export function callsView(live: LiveFault, site: URL): Html {
  const { fault, under } = live;
  const target = targetOf(live);
  const prints = clientPrints(fault);
  const others = prints.filter(({ client }) => clientCommands[client] === undefined);
  return html`<section>
<h2 id="call">Call it</h2>
<p>A browser: <a href="${live.url}" rel="noreferrer">${live.url}</a>. Everything else: fetch the files first, they are made anew at each start.</p>
${commandBlock("fetch the files", filesCommand(target, new URL(`${fault.id}/`, site)))}
${Object.entries(clientCommands).map(([client, commandOf]) => {
  const print = prints.find((one) => one.client === client);
  const command = commandOf(target);
  return html`<h3>${print?.title ?? client}</h3>
${commandBlock(client, under === undefined ? command : `${under.join(" ")} sh -c '${command.replaceAll("'", "'\\''")}'`)}
<p class="prints">${print === undefined ? "What it prints is not known." : printed(print.texts)}</p>
`;
})}
${
  others.length > 0 &&
  html`<table class="stack">
<caption>What other clients print</caption>
<thead><tr><th scope="col">Client</th><th scope="col">Message</th></tr></thead>
<tbody>${others.map(
    ({
      title,
      isMeasured,
      texts,
    }) => html`<tr><td class="id">${title}${!isMeasured && " (not measured)"}</td><td>${printed(texts)}</td></tr>
`,
  )}</tbody>
</table>`
}
</section>`;
}

function printed(texts: readonly string[]): Html {
  if (texts.length === 0) return html`Accepts it.`;
  return html`Prints ${texts.map((text, i) => html`${i > 0 && " or "}<code>${text}</code>`)}`;
}

function targetOf({ fault, scene, address, port, name }: LiveFault): CommandTarget {
  const { identity, ...manner } = scene.client;
  return {
    address,
    port,
    name,
    trustFile: "trust.pem",
    ...(scene.crls.length > 0 && { crlFile: "trust-crl.pem" }),
    ...sourceOf(fault),
    ...(identity && { certFile: "client.pem", keyFile: "client-key.pem" }),
    ...manner,
  };
}

function sourceOf({ revocation }: Fault): Pick<CommandTarget, "source"> {
  return revocation === undefined ? {} : { source: revocation };
}

function filesCommand({ trustFile, crlFile, certFile, keyFile }: CommandTarget, folder: URL): string {
  const names = [trustFile, crlFile, certFile, keyFile].filter((name) => name !== undefined);
  return names.map((name) => `curl -sO ${new URL(name, folder)}`).join("\n");
}
