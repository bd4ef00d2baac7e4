import { isHostName } from "../names/host-name.ts";
import { parseUri } from "../names/uri-name.ts";
import { hostTest } from "./domain-subtree.ts";
import { inOrOut, type NameForm, unreadable } from "./name-form.ts";

/** uniformResourceIdentifier: the host decides; a URI without a host name cannot be compared and is refused (RFC 5280 section 4.2.1.10). */
export const uriForm: NameForm<string> = {
  readName: (name) => {
    const host = name.kind === "uri" ? parseUri(name.value)?.authority?.host : undefined;
    return host !== undefined && isHostName(host) ? host : undefined;
  },
  readSubtree: (base) => {
    const isHere = base.kind === "uri" ? hostTest(base.value) : undefined;
    if (isHere === undefined) return unreadable("malformed", "neither a host nor a domain");
    return { relate: (host) => inOrOut(isHere(host)) };
  },
};
