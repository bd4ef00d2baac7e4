import { fromHex } from "../asn1/bytes.ts";
import { encodeOid } from "../asn1/oid.ts";
import { oidOf } from "../asn1/oids.ts";
import { isAscii } from "../asn1/string-type.ts";
import { TAG } from "../asn1/tag.ts";
import { text as stringElement } from "../asn1/writer.ts";
import { PkiError } from "../errors/pki-error.ts";
import { type NameProblem, toAscii } from "./dns-name.ts";
import type { GeneralName } from "./general-name.ts";
import { ipToBytes } from "./ip-address.ts";
import { Name } from "./name.ts";
import { smtpUtf8Mailbox, userPrincipalName } from "./other-name.ts";

type Reading = GeneralName | NameProblem;

/** The forms that a prefix names outright, as `generalNameText` writes them, and `upn:`. */
const prefixed = new Map<string, (value: string) => Reading>([
  ["dns", readDns],
  ["ip", readIp],
  ["email", readEmail],
  ["uri", readUri],
  ["upn", userPrincipalName],
  ["rid", (value) => ({ kind: "registeredId", oid: checkedOid(value) })],
  ["dirname", (value) => ({ kind: "directoryName", name: Name.fromString(value) })],
  ["othername", readOtherName],
]);

/**
 * The name that a person wrote, told apart by its form: `localhost`, `10.0.0.1`, `user@host`, `spiffe://host/path`; or by a prefix
 * such as `dns:` and `upn:`. Internationalised domains become A-labels.
 * @throws PkiError ERR_GENERAL_NAME, which says why and what to write instead
 */
export function generalNameFromText(text: string): GeneralName {
  const reading = read(text.trim());
  if ("why" in reading) throw new PkiError("ERR_GENERAL_NAME", { text, why: reading.why, fix: reading.fix });
  return reading;
}

function read(text: string): Reading {
  if (text === "") return { why: "it is empty", fix: "write a DNS name, an IP address, user@host or a URI" };
  if (!/[:/@%[]/.test(text)) return readHost(text);
  const [, prefix, value] = /^([a-z]+):(.+)$/is.exec(text) ?? [];
  const named = prefixed.get(prefix?.toLowerCase() ?? "");
  if (named !== undefined) return named(value as string);
  const bytes = ipToBytes(text);
  if (bytes !== undefined) return { kind: "ip", bytes };
  if (ipToBytes(text.replace(/%.*$/, "")))
    return { why: "a zone counts on one machine only", fix: `write ${text.replace(/%.*$/, "")}` };
  if (/^\[.*\]|^[^/:@]+:\d+$/.test(text)) return portProblem(text);
  if (/^[\d.]+\/\d+$|^[\da-f:.]+::?[\da-f:.]*\/\d+$/i.test(text))
    return { why: "it is a range of addresses", fix: "name each address; ranges belong into name constraints" };
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return readUri(text);
  return text.includes("@") ? readEmail(text) : readDns(text);
}

// What holds no delimiter of the other forms.
function readHost(text: string): Reading {
  const bytes = ipToBytes(text);
  return bytes === undefined ? readDns(text) : { kind: "ip", bytes };
}

function readDns(text: string): Reading {
  const name = toAscii(text);
  return typeof name === "string" ? { kind: "dns", value: name } : name;
}

function readIp(text: string): Reading {
  const bytes = ipToBytes(text);
  return bytes ? { kind: "ip", bytes } : { why: "it is no IP address", fix: "write it like 192.0.2.1 or 2001:db8::1" };
}

function readEmail(text: string): Reading {
  const [local = "", domain = "", ...more] = text.split("@");
  if (local === "" || domain === "" || more.length > 0)
    return { why: "a mail address has one @ with text on both sides", fix: "write it like user@example.com" };
  if (local.length > 64 || /[\s\p{Cc}"(),:;<>[\\\]]/u.test(local))
    return { why: `"${local}" cannot stand before the @`, fix: "use letters, digits and dots, at most 64 (RFC 5321)" };
  const ascii = toAscii(domain);
  if (typeof ascii !== "string") return ascii;
  const mailbox = `${local}@${ascii}`;
  return isAscii(local) ? { kind: "email", value: mailbox } : smtpUtf8Mailbox(mailbox);
}

function readUri(text: string): Reading {
  if (/[^\x21-\x7e]/.test(text))
    return {
      why: "a URI holds ASCII without spaces",
      fix: "percent-encode the rest, and write A-labels (xn--…) in the host",
    };
  return URL.canParse(text)
    ? { kind: "uri", value: text }
    : { why: "it is no absolute URI", fix: "write a scheme and what it needs, like spiffe://example.org/service" };
}

function readOtherName(text: string): Reading {
  const [, type = "", value = ""] = /^([^:;]+)[:;](.*)$/s.exec(text) ?? [];
  const der = value.startsWith("#") ? fromHex(value.slice(1)) : stringElement(TAG.utf8String, value);
  if (type === "" || value === "" || der === undefined)
    return { why: "it lacks a type or a value", fix: "write otherName:1.2.3.4:text, or :#hex for DER" };
  return { kind: "otherName", oid: checkedOid(oidOf(type) ?? type), valueDer: der };
}

function checkedOid(dotted: string): string {
  encodeOid(dotted);
  return dotted;
}

function portProblem(text: string): NameProblem {
  const host = text.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  const what =
    host === text || /\]$/.test(text) ? "brackets belong to URLs" : "it holds a port, certificates name hosts";
  return { why: what, fix: `write ${host}` };
}
