import { liveTarget } from "../commands/live-target.ts";
import { authority, words } from "../commands/target.ts";
import type { LiveFault, Service } from "../running-lab.ts";
import { type Html, html } from "./html.ts";
import { commandBlock } from "./page.ts";

/** How to ask for TLS where a service begins in the clear: behind it comes a good chain. */
export function servicesView(live: LiveFault): Html | undefined {
  if (live.services.length === 0) return undefined;
  return html`<section>
<h2 id="services">With STARTTLS</h2>
<p>A client that asks for TLS in the service&rsquo;s own words meets nothing wrong.</p>
${live.services.map(
  (service) => html`<h3>${service.protocol}, port ${service.port}</h3>
${commandBlock(service.protocol, askingFor(service, live))}
`,
)}
</section>`;
}

/** Behind the handshake nothing is asked for: each of these protocols has words of its own. */
function askingFor({ protocol, port }: Service, live: LiveFault): string {
  const { address, name, trustFile } = liveTarget(live);
  return words(
    `openssl s_client -starttls ${protocol} -connect ${authority(address, port)} -servername ${name}`,
    `-verify_hostname ${name} -verify_return_error -CAfile ${trustFile} </dev/null`,
  );
}
