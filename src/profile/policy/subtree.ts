import type { GeneralName } from "../../x509/general-name.ts";
import { emailPattern } from "../patterns/email-pattern.ts";
import { isInRange } from "../patterns/ip-pattern.ts";
import { uriPattern } from "../patterns/uri-pattern.ts";

/** True when the name lies in the subtree of a name constraint (RFC 5280 section 4.2.1.10); false for forms that cannot be compared. */
export function isInSubtree(name: GeneralName, base: GeneralName): boolean {
  if (name.kind === "dns" && base.kind === "dns") return isBelow(name.value, base.value);
  if (name.kind === "ip" && base.kind === "ip") return isInRange(name.bytes, base.bytes);
  if (name.kind === "email" && base.kind === "email") return emailPattern(base.value)?.contains(name.value) ?? false;
  if (name.kind === "uri" && base.kind === "uri") {
    const scheme = name.value.slice(0, Math.max(0, name.value.indexOf(":")));
    return uriPattern(`${scheme}://${base.value}`)?.contains(name.value) ?? false;
  }
  return name.kind === "directoryName" && base.kind === "directoryName" && name.name.isWithin(base.name);
}

/** True when the name, or one of those that a wildcard stands for, lies in the subtree. */
export function overlapsSubtree(name: GeneralName, base: GeneralName): boolean {
  if (isInSubtree(name, base)) return true;
  if (name.kind !== "dns" || base.kind !== "dns" || !name.value.startsWith("*.")) return false;
  const [, ...parent] = base.value.toLowerCase().split(".");
  return parent.join(".") === name.value.slice(2).toLowerCase();
}

// "Any DNS name that can be constructed by simply adding zero or more labels to the left-hand side"; a leading dot asks for one or more.
function isBelow(name: string, base: string): boolean {
  const [asked, root] = [name.toLowerCase(), base.toLowerCase()];
  if (root === "" || asked === root) return true;
  return asked.endsWith(root.startsWith(".") ? root : `.${root}`);
}
