import type { CertificateRecord } from "../../certificate-record.ts";
import type { CertificateEvent } from "./entry.ts";

/** An event and when it happened. */
export type Dated<Event extends CertificateEvent = CertificateEvent> = Event & { readonly at: string };

type DatedOf<Type extends CertificateEvent["type"]> = Dated<Extract<CertificateEvent, { type: Type }>>;

/** The events that say what is true of one serial number now. */
export interface History {
  readonly reserved: DatedOf<"reserved">;
  readonly outcome?: DatedOf<"issued"> | DatedOf<"abandoned">;
  /** The last one: a certificate may be held and unheld many times. */
  readonly revocation?: DatedOf<"revoked"> | DatedOf<"unheld"> | undefined;
}

/** The history after one more event of the same serial number. One that follows nothing changes nothing. */
export function advance(history: History | undefined, event: Dated): History | undefined {
  switch (event.type) {
    case "reserved":
      return history ?? { reserved: event };
    case "issued":
    case "abandoned":
      return history && { ...history, outcome: event };
    case "revoked":
    case "unheld":
      return history && { ...history, revocation: event };
  }
}

/** The certificate that came of it; undefined while none did. */
export function certificateOf(history: History | undefined): CertificateRecord | undefined {
  if (history?.outcome?.type !== "issued") return undefined;
  const { reserved, outcome, revocation } = history;
  return {
    serial: reserved.serial,
    ...reserved.intent,
    certificateDer: new Uint8Array(Buffer.from(outcome.certificate, "base64")),
    issuedAt: outcome.at,
    sha256: outcome.sha256,
    ...(revocation?.type === "revoked" ? { revoked: revocation.revocation } : {}),
  };
}
