import { knownExtension } from "../../x509/extensions/index.ts";

/** The name of an extension, or its object identifier. */
export function extensionText(oid: string): string {
  return knownExtension(oid)?.name ?? oid;
}
