import type { GeneralSubtree, NameConstraints } from "../../x509/extensions/name-constraints.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import { cidrToBytes } from "../../x509/ip-address.ts";
import { Name } from "../../x509/name.ts";
import type { NameConstraintTerms, SubtreeTerms } from "../profile.ts";

/** The subtrees of a profile as the extension holds them; undefined when it names none. */
export function constraintsOf({ permitted, excluded }: NameConstraintTerms): NameConstraints | undefined {
  const value = { permitted: subtreesOf(permitted), excluded: subtreesOf(excluded) };
  return value.permitted.length + value.excluded.length === 0 ? undefined : value;
}

function subtreesOf({ dns, ip, email, uri, directoryName }: SubtreeTerms): readonly GeneralSubtree[] {
  const bases: GeneralName[] = [
    ...dns.map((value) => ({ kind: "dns", value }) as const),
    ...ip.map((range) => ({ kind: "ip", bytes: cidrToBytes(range) as Uint8Array }) as const),
    ...email.map((value) => ({ kind: "email", value }) as const),
    ...uri.map((value) => ({ kind: "uri", value }) as const),
    ...directoryName.map((text) => ({ kind: "directoryName", name: Name.fromString(text) }) as const),
  ];
  return bases.map((base) => ({ base, minimum: 0 }));
}
