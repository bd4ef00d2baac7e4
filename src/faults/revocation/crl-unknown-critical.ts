import type { Fault } from "../fault.ts";
import { unusableCrl } from "../prints/verification.ts";

export const crlUnknownCritical: Fault = {
  id: "crl-unknown-critical",
  title: "The CRL has an unknown critical extension",
  story:
    "The revocation list has a critical extension that this client does not know. Its meaning is not sure, so it does not count.",
  citation: "RFC 5280 section 5.2",
  severity: "some clients refuse",
  weight: 1,
  raises: ["crl-unknown-critical"],
  ambiguity: "revocation",
  prints: unusableCrl(36),
};
