import { toHex } from "../../asn1/bytes.ts";
import { oidName } from "../../asn1/oids.ts";
import type { Extension } from "../../x509/extension.ts";
import { extensionMeaning } from "./extension-words.ts";
import type { FieldList } from "./field-list.ts";
import type { ExtensionReport } from "./report.ts";

/** The octets of an unknown extension that are shown. */
const SHOWN_BYTES = 32;

/** Every extension in words; one that does not decode shows its octets and becomes a warning. */
export function reportExtensions(list: FieldList, read: () => readonly Extension[]): readonly ExtensionReport[] {
  const extensions = list.try("the list of extensions", read) ?? [];
  return extensions.map(({ oid, critical, value }) => {
    const name = oidName(oid) ?? oid;
    const meaning = list.try(`extension ${name}`, () => extensionMeaning(oid, value));
    if (meaning === undefined && critical)
      list.warn(`extension ${name} is critical, and who does not know it must refuse`);
    return { oid, name, critical, meaning: meaning ?? [octets(value)] };
  });
}

function octets(value: Uint8Array): string {
  const more = value.length > SHOWN_BYTES ? `… (${value.length} octets)` : "";
  return `${toHex(value.subarray(0, SHOWN_BYTES))}${more}`;
}
