import { encodeExtension } from "../../../src/x509/extension.ts";
import { nameConstraints } from "../../../src/x509/extensions/name-constraints.ts";
import { subjectAltName } from "../../../src/x509/extensions/subject-alt-name.ts";
import type { GeneralName } from "../../../src/x509/general-name.ts";
import { ca, leaf, san } from "../pki.ts";
import { below, type Fault, good } from "./fault.ts";

const withSan = (...names: GeneralName[]) =>
  below(leaf(good.issuing, { extensions: { subjectAltName: encodeExtension(subjectAltName, names, false) } }));

const constrained = (
  part: "permitted" | "excluded",
  base: GeneralName,
  { critical = true, maximum }: { critical?: boolean; maximum?: number } = {},
) => {
  const subtree = { base, minimum: 0, ...(maximum !== undefined && { maximum }) };
  const constraints = { permitted: [], excluded: [], [part]: [subtree] };
  const issuing = ca(good.root, {
    extensions: { nameConstraints: encodeExtension(nameConstraints, constraints, critical) },
  });
  return [leaf(issuing), issuing];
};

const address = { name: "127.0.0.1" };

export const nameFaults: readonly Fault[] = [
  { id: "wrong-host", sent: below(leaf(good.issuing, { extensions: { subjectAltName: san("other.test") } })) },
  { id: "wrong-host-wildcard", sent: withSan({ kind: "dns", value: "*.example.test" }) },
  {
    id: "wrong-host-wildcard",
    sent: withSan({ kind: "dns", value: "*.example.test" }),
    options: { name: "a.b.example.test" },
  },
  { id: "no-san-cn-only", sent: below(leaf(good.issuing, { extensions: { subjectAltName: undefined } })) },
  { id: "ip-no-ip-san", sent: withSan({ kind: "dns", value: "localhost" }), options: address },
  { id: "ip-in-dns-san", sent: withSan({ kind: "dns", value: "127.0.0.1" }), options: address },
  { id: "partial-wildcard", sent: withSan({ kind: "dns", value: "loc*" }) },
  { id: "bare-wildcard", sent: withSan({ kind: "dns", value: "*" }) },
  {
    id: "empty-subject-san-not-critical",
    sent: below(leaf(good.issuing, { subject: "" })),
    isRefused: false,
  },
  { id: "nc-permitted", sent: constrained("permitted", { kind: "dns", value: "example.test" }) },
  { id: "nc-excluded", sent: constrained("excluded", { kind: "dns", value: "localhost" }) },
  {
    id: "nc-not-critical",
    sent: constrained("permitted", { kind: "dns", value: "localhost" }, { critical: false }),
    isRefused: false,
    index: 1,
  },
  { id: "nc-unsupported-type", sent: constrained("permitted", { kind: "dns", value: "localhost" }, { maximum: 3 }) },
];
