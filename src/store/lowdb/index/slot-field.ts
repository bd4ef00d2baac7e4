import type { CertificateEvent } from "../journal/entry.ts";

/** Which of a serial number's entries: the intent, what came of it, the last about its revocation. */
export const slotField = { reserved: 0, outcome: 1, revocation: 2 } as const;
export type SlotField = (typeof slotField)[keyof typeof slotField];

/** Where an entry of this type is noted. */
export const slotFieldOf: Readonly<Record<CertificateEvent["type"], SlotField>> = {
  reserved: slotField.reserved,
  issued: slotField.outcome,
  abandoned: slotField.outcome,
  revoked: slotField.revocation,
  unheld: slotField.revocation,
};
