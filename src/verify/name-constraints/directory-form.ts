import type { Name } from "../../x509/name.ts";
import { inOrOut, type NameForm, unreadable } from "./name-form.ts";

/** directoryName: a name that begins with all RDNs of the subtree lies inside (RFC 5280 sections 4.2.1.10 and 7.1). */
export const directoryForm: NameForm<Name> = {
  readName: (name) => (name.kind === "directoryName" ? name.name : undefined),
  readSubtree: (base) =>
    base.kind === "directoryName"
      ? { relate: (name) => inOrOut(name.isWithin(base.name)) }
      : unreadable("malformed", "not a directoryName"),
};
