import type { GeneralName } from "../../x509/general-name.ts";
import { generalNameText } from "../../x509/general-name-text.ts";
import { addressMismatch, addressText } from "./address-mismatch.ts";
import { emailMismatch } from "./email-mismatch.ts";
import { hostMismatch } from "./host-mismatch.ts";
import type { MismatchReason, NameMismatch } from "./name-mismatch.ts";
import type { PresentedNames } from "./presented-names.ts";
import { uriMismatch } from "./uri-mismatch.ts";

/** A name that a client asks for: one of the kinds that can be asked for. */
export type ReferenceName = Extract<GeneralName, { kind: "dns" | "email" | "uri" | "ip" }>;

/**
 * Does the certificate hold the name asked for? Undefined: it does. Otherwise why not (RFC 9525 section 6; RFC 9598 for e-mail).
 * U-labels are accepted in what is asked for and compared as A-labels. The common name is never compared.
 */
export function nameMismatch(asked: ReferenceName, presented: PresentedNames): NameMismatch | undefined {
  const reason = mismatchReason(asked, presented);
  return reason && { ...reason, asked: nameText(asked), presented: presented.subjectAltName.map(generalNameText) };
}

function mismatchReason(asked: ReferenceName, presented: PresentedNames): MismatchReason | undefined {
  switch (asked.kind) {
    case "dns":
      return hostMismatch(asked.value, presented);
    case "ip":
      return addressMismatch(asked.bytes, presented);
    case "email":
      return emailMismatch(asked.value, presented);
    case "uri":
      return uriMismatch(asked.value, presented);
  }
}

function nameText(asked: ReferenceName): string {
  return asked.kind === "ip" ? addressText(asked.bytes) : asked.value;
}
