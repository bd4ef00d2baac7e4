import { toHex } from "../asn1/bytes.ts";
import { oidName } from "../asn1/oids.ts";
import type { GeneralName } from "./general-name.ts";
import { ipToText, rangeToText } from "./ip-address.ts";
import { otherNameText } from "./other-name.ts";

/** One line that names the form and the value, as in OpenSSL's configuration: `DNS:localhost`, `IP:127.0.0.1`, `email:a@b`. */
export function generalNameText(name: GeneralName): string {
  switch (name.kind) {
    case "dns":
      return `DNS:${printable(name.value)}`;
    case "email":
      return `email:${printable(name.value)}`;
    case "uri":
      return `URI:${printable(name.value)}`;
    case "ip":
      return `IP:${addressText(name.bytes)}`;
    case "directoryName":
      return `dirName:${name.name}`;
    case "registeredId":
      return `RID:${name.oid}`;
    case "otherName":
      return otherNameLine(name.oid, name.valueDer);
    case "x400Address":
      return `X400Name:#${toHex(name.der)}`;
    case "ediPartyName":
      return `EdiPartyName:#${toHex(name.der)}`;
  }
}

/** The way people write a name and search for it: without the form where the value tells it. */
export function plainNameText(name: GeneralName): string {
  switch (name.kind) {
    case "dns":
    case "email":
    case "uri":
      return printable(name.value);
    case "ip":
      return addressText(name.bytes);
    default:
      return generalNameText(name);
  }
}

function addressText(bytes: Uint8Array): string {
  return ipToText(bytes) ?? rangeToText(bytes) ?? `#${toHex(bytes)}`;
}

function otherNameLine(oid: string, valueDer: Uint8Array): string {
  const text = otherNameText(valueDer);
  const value = text === undefined ? `#${toHex(valueDer)}` : printable(text);
  return `otherName:${oidName(oid) ?? oid}:${value}`;
}

// Names come from strangers: no control character may reach a terminal, and no ", DNS:b" inside one name fake a second.
function printable(value: string): string {
  if (/^[\w.:@*/-]*$/.test(value)) return value;
  return value.replace(/[\p{Cc}\p{Cf}\p{Z}\\]/gu, (it) => `\\u{${(it.codePointAt(0) as number).toString(16)}}`);
}
