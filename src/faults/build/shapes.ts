import { encodeExtension } from "../../x509/extension.ts";
import { nameConstraints } from "../../x509/extensions/name-constraints.ts";
import { generalNameFromText } from "../../x509/general-name-from-text.ts";
import type { CertificateSpec, ExtensionDers } from "./certificate-spec.ts";
import type { Lab } from "./lab.ts";
import type { SceneSpec } from "./scene.ts";

/** The good chain with another server certificate. */
export function withLeaf(lab: Lab, spec: CertificateSpec): SceneSpec {
  return { sent: lab.below(lab.newLeaf(lab.issuing, spec)) };
}

/** The good chain with another certificate of the same intermediate. */
export function withIssuing(lab: Lab, spec: CertificateSpec): SceneSpec {
  return { sent: [lab.leaf, lab.newCa(lab.root, spec)] };
}

/** A chain below a root of its own, which the client trusts. */
export function withRoot(lab: Lab, spec: CertificateSpec): SceneSpec {
  const root = lab.newRoot(spec);
  const issuing = lab.newCa(root);
  return { sent: [lab.newLeaf(issuing), issuing], trust: [root] };
}

/** Which names the intermediate may issue for, told apart by their form, and what its leaf carries. */
export interface NameLimits {
  readonly permitted?: readonly string[];
  readonly excluded?: readonly string[];
  /** As RFC 5280 section 4.2.1.10 wants it, unless told. */
  readonly critical?: boolean;
  readonly leaf?: ExtensionDers;
}

/** The good chain with an intermediate that may not issue for every name. */
export function withNameConstraints(lab: Lab, limits: NameLimits): SceneSpec {
  const { permitted = [], excluded = [], critical = true, leaf = {} } = limits;
  const subtree = (name: string) => ({ base: generalNameFromText(name), minimum: 0 });
  const value = { permitted: permitted.map(subtree), excluded: excluded.map(subtree) };
  const extensions = { nameConstraints: encodeExtension(nameConstraints, value, critical) };
  return { sent: [lab.newLeaf(lab.issuing, { extensions: leaf }), lab.newCa(lab.root, { extensions })] };
}
