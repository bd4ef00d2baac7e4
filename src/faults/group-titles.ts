import type { FaultGroup } from "./fault.ts";

/** What the groups are about, for headings. */
export const groupTitles: Readonly<Record<FaultGroup, string>> = {
  trust: "Trust and chain",
  time: "Time",
  names: "Names",
  usage: "Usage and constraints",
  strength: "Strength and encoding",
  revocation: "Revocation",
  handshake: "Before and during the handshake",
  mtls: "Client certificates",
};
