import { type HostSyntaxFault, hostSyntaxFault, isHostName } from "../names/host-name.ts";
import { inOrOut, type NameForm, type Relation, unreadable } from "./name-form.ts";

/**
 * dNSName: a name with labels added to the left of the subtree's name lies inside, and so does that name (RFC 5280 section 4.2.1.10).
 * The empty name is the root: everything lies inside. A wildcard stands for all that it matches.
 */
export const dnsForm: NameForm<string> = {
  readName: (name) => {
    if (name.kind !== "dns") return undefined;
    const fault = hostSyntaxFault(name.value);
    return fault === undefined || comparableFaults.has(fault.kind) ? name.value.toLowerCase() : undefined;
  },
  readSubtree: (base) => {
    if (base.kind !== "dns") return unreadable("malformed", "not a dNSName");
    const domain = base.value.toLowerCase();
    if (domain === "") return { relate: () => "inside" };
    if (domain.startsWith(".") && isHostName(domain.slice(1)))
      return {
        relate: (host) => inOrOut(host.endsWith(domain)),
        problem: { kind: "malformed", text: "a dNSName subtree has no leading dot" },
      };
    if (!isHostName(domain)) return unreadable("malformed", "not a host name");
    return { relate: (host) => relateDns(host, domain) };
  },
};

/** Out of syntax, yet a row of labels like any other. */
const comparableFaults: ReadonlySet<HostSyntaxFault["kind"]> = new Set(["underscore", "address"]);

function relateDns(host: string, domain: string): Relation {
  if (host === domain || host.endsWith(`.${domain}`)) return "inside";
  const expandsInto = host.startsWith("*.") && domain.slice(domain.indexOf(".") + 1) === host.slice(2);
  return expandsInto ? "partly" : "outside";
}
