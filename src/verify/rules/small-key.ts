import type { KeyKind } from "../../keys/key-kind.ts";
import type { FindingCode } from "../explanations/index.ts";
import type { CertificateRule, Role } from "../rule.ts";

/** When NIST retired 80 bits of strength, and with it RSA 1024: SP 800-131A. */
const RETIRED = Date.UTC(2014, 0, 1);

export const smallKey: CertificateRule = {
  id: "rsa1024-leaf",
  raises: ["rsa1024-ca", "weak-curve", "weak-key"],
  severity: "error",
  citation: "NIST SP 800-131A revision 2, sections 3 and 6",
  summary: "A key has 112 bits of strength: RSA and DSA 2048 bits, curves 224. Before 2014 half of RSA's was enough.",
  roles: ["leaf", "intermediate", "anchor"],
  field: "subjectPublicKeyInfo",
  check: (_, { role, request, entry }) => {
    const { kind, bits, words } = entry.publicKey;
    const floor = kind === "ec" ? 224 : request.at.getTime() < RETIRED ? 1024 : 2048;
    const code = codeOf(kind, role);
    if (code === undefined || bits === undefined || bits >= floor) return undefined;
    return { code, message: `the key is ${words}, and ${floor} bits are the least` };
  },
};

function codeOf(kind: KeyKind | undefined, role: Role): FindingCode | undefined {
  if (kind === "rsa" || kind === "rsa-pss") return role === "leaf" ? "rsa1024-leaf" : "rsa1024-ca";
  return kind === "ec" ? "weak-curve" : kind === "dsa" ? "weak-key" : undefined;
}
