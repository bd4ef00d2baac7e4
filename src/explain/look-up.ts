import { faultNamed, faults } from "../faults/catalogue.ts";
import { cipherSuiteParts } from "./cipher-suite.ts";
import type { Entry } from "./entry.ts";
import { faultEntry } from "./fault-entry.ts";
import { alerts } from "./messages/alerts.ts";
import { x509Errors } from "./messages/x509-errors.ts";
import { tlsVersionNamed } from "./tls-versions.ts";
import { topics } from "./topics/index.ts";

/** No name is longer; what is, is a text. */
const LONGEST_NAME = 120;

/** Explains one thing by its name: a fault id, a number, a protocol version, `suite NAME`, a concept. Undefined: it is a text. */
export function lookUp(asked: string): Entry | undefined {
  if (asked.length > LONGEST_NAME) return undefined;
  const name = asked.trim();
  const fault = faultNamed(name.toLowerCase());
  if (fault !== undefined) return faultEntry(fault);
  return topicEntry(name) ?? versionEntry(name) ?? suiteEntry(name) ?? numberEntry(name);
}

function topicEntry(name: string): Entry | undefined {
  const topic = topics.find(({ id }) => id === name.toLowerCase().replace(/[\s_]+/g, "-"));
  if (topic === undefined) return undefined;
  const { id, title, paragraphs, reading } = topic;
  return { kind: "topic", id, title, paragraphs, facts: [["read on", reading]], fix: [], faults: topic.faults };
}

function versionEntry(name: string): Entry | undefined {
  const version = tlsVersionNamed(name);
  if (version === undefined) return undefined;
  const [code, title, status] = version;
  const hex = `0x${code.toString(16).padStart(4, "0")}`;
  return {
    kind: "version",
    id: hex,
    title: `${title} (${hex}, ${code})`,
    paragraphs: [`${status}.`],
    facts: [],
    fix: [],
    faults: ["alert-protocol-version", "server-max-tls10", "server-only-tls13"],
  };
}

function suiteEntry(name: string): Entry | undefined {
  const [, suite] = /^suite\s+([\w-]{3,80})$/i.exec(name) ?? [];
  const parts = suite === undefined ? undefined : cipherSuiteParts(suite);
  if (parts === undefined) return undefined;
  return {
    kind: "suite",
    id: parts.name,
    title: `${parts.name}: ${parts.verdict}`,
    paragraphs: [],
    facts: [
      ["key exchange", parts.keyExchange],
      ["authentication", parts.authentication],
      ["encryption", parts.encryption],
      ["hash", parts.hash],
    ],
    fix: [],
    faults: ["no-shared-cipher"],
  };
}

/** A number alone says little: it means another thing in each table. */
function numberEntry(name: string): Entry | undefined {
  if (!/^\d{1,3}$/.test(name)) return undefined;
  const wanted = Number(name);
  const error = x509Errors.find(([number]) => number === wanted);
  const alert = alerts.find(([number]) => number === wanted);
  if (error === undefined && alert === undefined) return undefined;
  const isAmbiguous = error !== undefined && alert !== undefined;
  const messages = [`openssl-${wanted}`, `alert-${wanted}`];
  return {
    kind: "number",
    id: name,
    title: `${name} ${isAmbiguous ? "means different things" : "alone says little"}; paste the whole message to be sure`,
    paragraphs: [],
    facts: [
      ...(error === undefined ? [] : [["OpenSSL", `X509_V_ERR_${error[1]}: ${error[2]}`] as const]),
      ...(alert === undefined ? [] : [["TLS alert", `${alert[1]}: ${alert[2]}`] as const]),
    ],
    fix: [],
    faults: faults.filter(({ prints }) => messages.some((id) => prints.openssl?.includes(id))).map(({ id }) => id),
  };
}
