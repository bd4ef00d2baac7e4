import { type ClientPrint, clientPrints } from "../../explain/client-prints.ts";
import { type Client, clients } from "../../faults/client.ts";
import { canMeet, clientCommands } from "../commands/index.ts";
import { filesOf, liveTarget } from "../commands/live-target.ts";
import type { CommandTarget } from "../commands/target.ts";
import type { LiveFault } from "../running-lab.ts";
import { type Html, html } from "./html.ts";
import { commandBlock } from "./page.ts";

/** How to call a fault with each client, and what each prints. */
export function callsView(live: LiveFault, site: URL): Html {
  const { fault, under, url } = live;
  const target = liveTarget(live);
  const prints = new Map(clientPrints(fault).map((print) => [print.client, print]));
  const commandFor = (client: Client) => (canMeet(client, fault) ? clientCommands[client] : undefined);
  const called = (Object.keys(clients) as Client[]).flatMap((client) => {
    const commandOf = commandFor(client);
    return commandOf ? [callView(client, prints.get(client), runUnder(under, commandOf(target)))] : [];
  });
  const others = [...prints.values()].filter(({ client }) => commandFor(client) === undefined);
  return html`<section>
<h2 id="call">Call it</h2>
<p>A browser: <a href="${url}" rel="noreferrer">${url}</a>. Everything else: fetch the files first, they are made anew at each start.</p>
${commandBlock("fetch the files", filesCommand(target, new URL(`${fault.id}/`, site)))}
${called}
${others.length > 0 && othersView(others)}
</section>`;
}

/** What nearly everyone has is open from the start. */
const usual: readonly Client[] = ["openssl", "curl"];

function callView(client: Client, print: ClientPrint | undefined, command: string): Html {
  const { title } = clients[client];
  return html`<details class="call"${usual.includes(client) && html` open`}>
<summary><b>${title}</b> ${print === undefined ? "what it does is not known" : printed(print)}</summary>
${commandBlock(title, command)}
</details>
`;
}

function othersView(others: readonly ClientPrint[]): Html {
  const row = (print: ClientPrint) =>
    html`<tr><td class="id">${print.title}${!print.isMeasured && " (not measured)"}</td><td>${printed(print)}</td></tr>
`;
  return html`<table class="stack">
<caption>What other clients print</caption>
<thead><tr><th scope="col">Client</th><th scope="col">Message</th></tr></thead>
<tbody>
${others.map(row)}</tbody>
</table>`;
}

function printed({ texts }: ClientPrint): Html {
  if (texts.length === 0) return html`accepts it`;
  return html`${texts.map((text, i) => html`${i > 0 && " or "}<code>${text}</code>`)}`;
}

/** A program runs in the same place as its caller: the whole of what is pasted goes there. */
function runUnder(under: readonly string[] | undefined, command: string): string {
  return under === undefined ? command : `${under.join(" ")} sh -c '${command.replaceAll("'", "'\\''")}'`;
}

function filesCommand(target: CommandTarget, folder: URL): string {
  return filesOf(target)
    .map((name) => `curl -sO ${new URL(name, folder)}`)
    .join("\n");
}
