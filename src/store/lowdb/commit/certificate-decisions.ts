import { hash } from "node:crypto";
import { PkiError } from "../../../errors/pki-error.ts";
import type { CertificateRecord, Intent, Revocation } from "../../certificate-record.ts";
import type { CertificateEvent } from "../journal/entry.ts";
import { advance, certificateOf, type History } from "../journal/history.ts";
import type { Decide, Decision } from "./decision.ts";
import type { Ledger } from "./ledger.ts";

export function reserve({ serial, ...intent }: Intent): Decide<void> {
  return (ledger) => {
    if (ledger.history(serial) !== undefined) throw new PkiError("ERR_STORE_SERIAL_TAKEN", { serial });
    return { event: { type: "reserved", serial, intent }, value: undefined };
  };
}

export function record(serial: string, certificateDer: Uint8Array): Decide<CertificateRecord> {
  const sha256 = hash("sha256", certificateDer, "hex");
  const certificate = Buffer.from(certificateDer).toString("base64");
  return (ledger) => {
    const history = ledger.history(serial);
    const known = certificateOf(history);
    if (known?.sha256 === sha256) return { value: known };
    if (history?.outcome !== undefined || history === undefined) throw notPending(serial, history);
    return certificateDecision(ledger, { type: "issued", serial, sha256, certificate });
  };
}

export function abandon(serial: string, why: string): Decide<void> {
  return (ledger) => {
    const history = ledger.history(serial);
    if (history?.outcome?.type === "abandoned") return { value: undefined };
    if (history?.outcome !== undefined || history === undefined) throw notPending(serial, history);
    return { event: { type: "abandoned", serial, why }, value: undefined };
  };
}

export function revoke(serial: string, revocation: Revocation): Decide<CertificateRecord> {
  return (ledger) => {
    const known = issued(ledger, serial);
    const mayChange = known.revoked === undefined || known.revoked.reason === "certificateHold";
    if (!mayChange || known.revoked?.reason === revocation.reason) return { value: known };
    return certificateDecision(ledger, { type: "revoked", serial, revocation });
  };
}

export function unhold(serial: string): Decide<CertificateRecord> {
  return (ledger) => {
    const known = issued(ledger, serial);
    if (known.revoked === undefined) return { value: known };
    const { reason, at } = known.revoked;
    if (reason !== "certificateHold") throw new PkiError("ERR_STORE_REVOKED", { serial, reason, at });
    return certificateDecision(ledger, { type: "unheld", serial });
  };
}

/** Writes an event of a certificate; the caller gets the certificate as it is after it. */
function certificateDecision(ledger: Ledger, event: CertificateEvent): Decision<CertificateRecord> {
  const history = advance(ledger.history(event.serial), { ...event, at: ledger.at });
  const value = certificateOf(history);
  if (value === undefined) throw unknownCertificate(event.serial);
  return { event, value };
}

function issued(ledger: Ledger, serial: string): CertificateRecord {
  const known = certificateOf(ledger.history(serial));
  if (known === undefined) throw unknownCertificate(serial);
  return known;
}

function unknownCertificate(serial: string): PkiError {
  return new PkiError("ERR_STORE_CERTIFICATE_UNKNOWN", { serial });
}

function notPending(serial: string, history: History | undefined): PkiError {
  const state = history?.outcome === undefined ? "was never reserved" : `was ${history.outcome.type}`;
  return new PkiError("ERR_STORE_NOT_PENDING", { serial, state });
}
