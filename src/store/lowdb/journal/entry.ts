import { hash } from "node:crypto";
import type { AuditHead } from "../../audit.ts";
import type { AuthorityChange, AuthorityRecord } from "../../authority-record.ts";
import type { Intent, Revocation } from "../../certificate-record.ts";
import type { PublishedCrl } from "../../published-crl.ts";

/** What happened to one certificate. */
export type CertificateEvent =
  | { readonly type: "reserved"; readonly serial: string; readonly intent: Omit<Intent, "serial"> }
  | { readonly type: "issued"; readonly serial: string; readonly sha256: string; readonly certificate: string }
  | { readonly type: "abandoned"; readonly serial: string; readonly why: string }
  | { readonly type: "revoked"; readonly serial: string; readonly revocation: Revocation }
  | { readonly type: "unheld"; readonly serial: string };

/** What happened to the hierarchy. */
export type AuthorityEvent =
  | { readonly type: "authorities-added"; readonly authorities: readonly AuthorityRecord[] }
  | { readonly type: "authority-updated"; readonly id: string; readonly change: AuthorityChange }
  | { readonly type: "authority-key-stored"; readonly id: string }
  | { readonly type: "authority-key-removed"; readonly id: string }
  | { readonly type: "crl-number-taken"; readonly id: string; readonly number: number }
  | { readonly type: "crls-published"; readonly id: string; readonly crls: readonly PublishedCrl[] };

/** What changes nothing but belongs in the audit log. */
export interface NoteEvent {
  readonly type: "noted";
  readonly what: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export type StoreEvent = CertificateEvent | AuthorityEvent | NoteEvent;

/** One line of the journal: an event, its number, when, by whom, and the hash of the line before. */
export type Entry<Event extends StoreEvent = StoreEvent> = Event & {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly prev: string;
};

/** What the first entry follows. */
export const CHAIN_START: AuditHead = { seq: 0, hash: "0".repeat(64) };

/** The entry for an event after the previous one, its parts in the order in which the line shows them. */
export function entryOf(event: StoreEvent, at: string, by: string, previous: AuditHead): Entry {
  return { seq: previous.seq + 1, at, by, ...event, prev: previous.hash };
}

/** The entry that a line holds; undefined when it is not one. */
export function decodeEntry(line: Buffer): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line.toString("utf8"));
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The hash that the next entry carries: SHA-256 over the line without its line feed. */
export function hashOfLine(line: Buffer): string {
  return hash("sha256", line, "hex");
}

export function isAboutCertificate<E extends StoreEvent>(event: E): event is Extract<E, CertificateEvent> {
  return "serial" in event;
}

export function isAboutAuthority<E extends StoreEvent>(event: E): event is Extract<E, AuthorityEvent> {
  return event.type !== "noted" && !isAboutCertificate(event);
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { seq, at, by, type, prev } = value as Partial<Entry>;
  return Number.isSafeInteger(seq) && [at, by, type, prev].every((text) => typeof text === "string");
}
