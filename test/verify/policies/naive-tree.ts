import { OID } from "../../../src/asn1/oids.ts";
import type { PolicyCertificate, PolicyInputs } from "../../../src/verify/policies/policy-inputs.ts";

interface TreeNode {
  readonly depth: number;
  readonly policy: string;
  expected: readonly string[];
  readonly parent: TreeNode | undefined;
  children: TreeNode[];
}

/**
 * Certificate policies by the valid_policy_tree of RFC 5280 section 6.1, word by word and exponential: what the graph must agree with.
 * @returns the user-constrained policies, or undefined where path processing fails.
 */
export function naivePolicies(path: readonly PolicyCertificate[], inputs: PolicyInputs): Set<string> | undefined {
  const n = path.length;
  let root: TreeNode | undefined = {
    depth: 0,
    policy: OID.anyPolicy,
    expected: [OID.anyPolicy],
    parent: undefined,
    children: [],
  };
  let explicitPolicy = inputs.explicitPolicy ? 0 : n + 1;
  let policyMapping = inputs.inhibitPolicyMapping ? 0 : n + 1;
  let inhibitAnyPolicy = inputs.inhibitAnyPolicy ? 0 : n + 1;
  for (let i = 1; i <= n; i++) {
    const certificate = path[n - i] as PolicyCertificate;
    const policies = certificate.certificatePolicies;
    if (policies === undefined) root = undefined;
    if (root !== undefined && policies !== undefined) {
      const above = nodesAt(root, i - 1);
      for (const policy of policies.filter((it) => it !== OID.anyPolicy)) {
        const expecting = above.filter((node) => node.expected.includes(policy));
        const parents = expecting.length > 0 ? expecting : above.filter((node) => node.policy === OID.anyPolicy);
        for (const parent of parents) addChild(parent, policy);
      }
      if (policies.includes(OID.anyPolicy) && (inhibitAnyPolicy > 0 || (i < n && certificate.isSelfIssued)))
        for (const node of above)
          for (const expected of node.expected)
            if (!node.children.some((child) => child.policy === expected)) addChild(node, expected);
      root = prune(root, i - 1);
    }
    if (explicitPolicy === 0 && root === undefined) return undefined;
    if (i === n) break;
    if (certificate.policyMappings !== undefined && root !== undefined) {
      root = map(root, i, certificate.policyMappings, policyMapping > 0);
    }
    if (!certificate.isSelfIssued) {
      if (explicitPolicy > 0) explicitPolicy--;
      if (policyMapping > 0) policyMapping--;
      if (inhibitAnyPolicy > 0) inhibitAnyPolicy--;
    }
    const { requireExplicitPolicy, inhibitPolicyMapping } = certificate.policyConstraints ?? {};
    if (requireExplicitPolicy !== undefined && requireExplicitPolicy < explicitPolicy)
      explicitPolicy = requireExplicitPolicy;
    if (inhibitPolicyMapping !== undefined && inhibitPolicyMapping < policyMapping)
      policyMapping = inhibitPolicyMapping;
    const skip = certificate.inhibitAnyPolicy;
    if (skip !== undefined && skip < inhibitAnyPolicy) inhibitAnyPolicy = skip;
  }
  if (explicitPolicy > 0) explicitPolicy--;
  if (path[0]?.policyConstraints?.requireExplicitPolicy === 0) explicitPolicy = 0;
  const valid = intersect(root, n, inputs.initialPolicySet);
  return explicitPolicy > 0 || valid.size > 0 ? valid : undefined;
}

/** Step (b) of section 6.1.4. */
function map(
  root: TreeNode,
  depth: number,
  mappings: NonNullable<PolicyCertificate["policyMappings"]>,
  allowed: boolean,
): TreeNode | undefined {
  for (const issuerDomain of new Set(mappings.map((mapping) => mapping.issuerDomain))) {
    const nodes = nodesAt(root, depth).filter((node) => node.policy === issuerDomain);
    if (!allowed) {
      for (const { parent, policy } of nodes)
        if (parent) parent.children = parent.children.filter((child) => child.policy !== policy);
      continue;
    }
    const subjectDomains = mappings.filter((it) => it.issuerDomain === issuerDomain).map((it) => it.subjectDomain);
    for (const node of nodes) node.expected = subjectDomains;
    const any = nodesAt(root, depth).find((node) => node.policy === OID.anyPolicy);
    if (nodes.length === 0 && any?.parent) addChild(any.parent, issuerDomain).expected = subjectDomains;
  }
  return allowed ? root : prune(root, depth - 1);
}

/** Step (g) of section 6.1.5, for the set of policies alone. */
function intersect(root: TreeNode | undefined, n: number, asked: readonly string[]): Set<string> {
  if (root === undefined) return new Set();
  const all = Array.from({ length: n + 1 }, (_, depth) => nodesAt(root, depth)).flat();
  const roots = all.filter((node) => node.policy !== OID.anyPolicy && node.parent?.policy === OID.anyPolicy);
  const valid = new Set(roots.map((node) => node.policy));
  const reachesAny = nodesAt(root, n).some((node) => node.policy === OID.anyPolicy);
  if (asked.includes(OID.anyPolicy)) return reachesAny ? valid.add(OID.anyPolicy) : valid;
  return new Set(asked.filter((policy) => valid.has(policy) || reachesAny));
}

function addChild(parent: TreeNode, policy: string): TreeNode {
  const child: TreeNode = { depth: parent.depth + 1, policy, expected: [policy], parent, children: [] };
  parent.children.push(child);
  return child;
}

function nodesAt(node: TreeNode, depth: number): readonly TreeNode[] {
  return node.depth === depth ? [node] : node.children.flatMap((child) => nodesAt(child, depth));
}

/** Deletes nodes down to `depth` that have no children; undefined when nothing is left. */
function prune(node: TreeNode, depth: number): TreeNode | undefined {
  if (node.depth > depth) return node;
  node.children = node.children.filter((child) => prune(child, depth) !== undefined);
  return node.children.length === 0 ? undefined : node;
}
