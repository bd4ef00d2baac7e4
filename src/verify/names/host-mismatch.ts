import { comparableHost, hostSyntaxFault } from "./host-name.ts";
import { type HostRefusal, hostRefusal, matchesHost } from "./match-host.ts";
import type { MismatchReason } from "./name-mismatch.ts";
import { nearestName } from "./nearest-name.ts";
import { type PresentedNames, type PresentedText, presentedTexts } from "./presented-names.ts";

/** A host name against the dNSNames (RFC 9525 sections 6.2 and 6.3). Undefined: one of them matches. */
export function hostMismatch(asked: string, presented: PresentedNames): MismatchReason | undefined {
  const host = comparableHost(asked);
  if (host === undefined) return { code: "wrong-host", nearest: undefined, rule: "notAHost" };
  if (presented.subjectAltName.some((name) => name.kind === "dns" && matchesHost(name.value, host))) return undefined;
  const names = presentedTexts(presented, (name) => (name.kind === "dns" ? name.value : undefined));
  return reason(host, names, presented.commonName);
}

function reason(host: string, names: readonly PresentedText[], commonName: string | undefined): MismatchReason {
  if (names.length === 0) {
    if (commonName !== undefined && matchesHost(commonName, host))
      return { code: "no-san-cn-only", nearest: undefined, rule: "commonName" };
    return { code: "wrong-host", nearest: undefined, rule: "none" };
  }
  const close = closest(host, names);
  if (close !== undefined) return { code: close.refusal.code, nearest: close.name, rule: close.refusal.rule };
  const nearest = nearestName(host, names);
  const onlyWildcards = names.every(({ text }) => hostSyntaxFault(text) === undefined && text.startsWith("*."));
  return { code: onlyWildcards ? "wrong-host-wildcard" : "wrong-host", nearest, rule: "other" };
}

/** The first name that someone meant to cover this host. */
function closest(
  host: string,
  names: readonly PresentedText[],
): { readonly name: PresentedText; readonly refusal: HostRefusal } | undefined {
  for (const name of names) {
    const refusal = hostRefusal(name.text, host);
    if (refusal !== undefined) return { name, refusal };
  }
  return undefined;
}
