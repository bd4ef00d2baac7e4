import { type Html, html } from "./html.ts";
import { commandBlock } from "./page.ts";

/** How a client that reads a store of its own is told to trust the lab, and to forget it again. */
interface StoreRow {
  readonly who: string;
  readonly trust: string;
  readonly forget: string;
}

const stores: readonly StoreRow[] = [
  {
    who: "Chromium on Linux",
    trust: 'certutil -d sql:"$HOME/.pki/nssdb" -A -t C,, -n rootcause-lab -i root.pem',
    forget: 'certutil -d sql:"$HOME/.pki/nssdb" -D -n rootcause-lab',
  },
  {
    who: "Firefox (PROFILE: see about:profiles)",
    trust: 'certutil -d sql:"PROFILE" -A -t C,, -n rootcause-lab -i root.pem',
    forget: 'certutil -d sql:"PROFILE" -D -n rootcause-lab',
  },
  {
    who: "Debian and Ubuntu, the system's store",
    trust: "sudo cp root.pem /usr/local/share/ca-certificates/rootcause-lab.crt && sudo update-ca-certificates",
    forget: "sudo rm /usr/local/share/ca-certificates/rootcause-lab.crt && sudo update-ca-certificates --fresh",
  },
  {
    who: "Fedora and RHEL, the system's store",
    trust: "sudo trust anchor root.pem",
    forget: "sudo trust anchor --remove root.pem",
  },
  {
    who: "macOS",
    trust: 'security add-trusted-cert -r trustRoot -k "$HOME/Library/Keychains/login.keychain-db" root.pem',
    forget: 'security delete-certificate -t -c "rootcause lab"',
  },
  {
    who: "Windows",
    trust: "certutil -user -addstore Root root.crt",
    forget: 'certutil -user -delstore Root "rootcause lab"',
  },
];

/** Trust for a minute, and the end of it. */
export function rootTrust(site: URL): Html {
  return html`<section>
<h2 id="trust-the-lab">Trust the lab for a minute</h2>
<p>Nearly every fault hangs on one root, <a href="/root.pem">root.pem</a> (<a href="/root.crt">root.crt</a> for Windows). Its key lives in
the memory of this lab and ends with it. Clients that take a file forget it by themselves; the commands on each fault's page name it.</p>
${commandBlock("fetch the root", `curl -sO ${new URL("root.pem", site)}`)}
<details><summary>Browsers and other clients that read a store</summary>
<p>Undo it when you are done: whoever holds the key of a root that you trust can be anyone to you.</p>
${stores.map(
  ({ who, trust, forget }) => html`<h3>${who}</h3>
${commandBlock(`${who}: trust the lab`, trust)}
${commandBlock(`${who}: forget the lab`, forget)}`,
)}
</details>
</section>`;
}
