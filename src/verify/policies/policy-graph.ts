import { OID } from "../../asn1/oids.ts";
import type { PolicyMapping } from "../../x509/extensions/policy-mappings.ts";

/** The nodes of one depth, without the anyPolicy node: valid_policy to the policies of the parent nodes one depth above. */
type PolicyNodes = Map<string, ReadonlySet<string>>;

/** One depth of the graph. */
export interface PolicyLevel {
  readonly nodes: PolicyNodes;
  /** Whether this depth has a node for anyPolicy. */
  readonly hasAnyPolicy: boolean;
  /** What the next certificate may say: expected policy to the nodes of this depth that expect it. */
  readonly expected: PolicyNodes;
}

const onlyAnyPolicy: ReadonlySet<string> = new Set([OID.anyPolicy]);

/** Depth 0: one node for anyPolicy, which expects anyPolicy (RFC 9618 section 5.2). */
export const rootLevel: PolicyLevel = { nodes: new Map(), hasAnyPolicy: true, expected: new Map() };

/** The valid_policy_graph is NULL when its deepest level has no node. */
export function isNull(level: PolicyLevel): boolean {
  return level.nodes.size === 0 && !level.hasAnyPolicy;
}

/**
 * The depth that a certificate's policies make below `above` (RFC 9618 section 5.3, steps d and e). A policy that many nodes expect
 * becomes one node with many parents: that is what keeps the graph linear where RFC 5280's tree grows exponentially.
 */
export function addPolicies(
  above: PolicyLevel,
  policies: readonly string[] | undefined,
  anyPolicyAllowed: boolean,
): PolicyLevel {
  const nodes: PolicyNodes = new Map();
  for (const policy of policies ?? []) {
    const parents = above.expected.get(policy) ?? (above.hasAnyPolicy ? onlyAnyPolicy : undefined);
    if (policy !== OID.anyPolicy && parents !== undefined) nodes.set(policy, parents);
  }
  const takesAny = anyPolicyAllowed && policies?.includes(OID.anyPolicy) === true;
  if (takesAny) {
    for (const [policy, parents] of above.expected) if (!nodes.has(policy)) nodes.set(policy, parents);
  }
  return { nodes, hasAnyPolicy: takesAny && above.hasAnyPolicy, expected: itself(nodes) };
}

/** The same depth after the certificate's policy mappings (RFC 9618 section 5.4, step b). Where they are inhibited, nothing is expected of what they map. */
export function mapPolicies(level: PolicyLevel, mappings: readonly PolicyMapping[], inhibited: boolean): PolicyLevel {
  const nodes = new Map(level.nodes);
  const unmapped = new Map(level.nodes);
  const expected = new Map<string, Set<string>>();
  for (const { issuerDomain, subjectDomain } of mappings) {
    unmapped.delete(issuerDomain);
    if (inhibited) continue;
    if (!nodes.has(issuerDomain) && level.hasAnyPolicy) nodes.set(issuerDomain, onlyAnyPolicy);
    if (nodes.has(issuerDomain)) append(expected, subjectDomain, issuerDomain);
  }
  for (const policy of unmapped.keys()) append(expected, policy, policy);
  return { nodes, hasAnyPolicy: level.hasAnyPolicy, expected };
}

/**
 * The authority-constrained-policy-set (RFC 9618 section 5.5, step g): the policies, as the trust anchor's domain names them, that
 * reach down to the last depth. It holds anyPolicy when that does.
 */
export function authorityConstrainedPolicies(levels: readonly PolicyLevel[]): Set<string> {
  const last = levels.at(-1);
  const found = new Set<string>(last?.hasAnyPolicy ? [OID.anyPolicy] : []);
  let reached = new Set(last?.nodes.keys());
  for (const { nodes } of levels.toReversed()) {
    const above = new Set<string>();
    for (const policy of reached) {
      for (const parent of nodes.get(policy) ?? []) {
        if (parent === OID.anyPolicy) found.add(policy);
        else above.add(parent);
      }
    }
    reached = above;
  }
  return found;
}

function itself(nodes: PolicyNodes): PolicyNodes {
  return new Map([...nodes.keys()].map((policy) => [policy, new Set([policy])]));
}

function append(expected: Map<string, Set<string>>, policy: string, parent: string): void {
  const parents = expected.get(policy);
  if (parents === undefined) expected.set(policy, new Set([parent]));
  else parents.add(parent);
}
