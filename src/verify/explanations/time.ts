import type { ExplanationRow } from "./explanation.ts";

/** Periods of validity. */
export const timeExplanations = {
  "clock-wrong": [
    "Every certificate of the chain, the root too, is outside its period on the same side. A wrong clock does that more often than a CA.",
    { client: "compare the clock with another machine; boards without a battery start in 1970" },
    9,
  ],
  "expired-leaf": [
    "After notAfter nobody vouches for the certificate any more, and it is no longer on any revocation list.",
    { server: "renew it and reload the server: `rootcause renew FILE`; then automate it" },
    10,
  ],
  "expired-intermediate": [
    "A CA of the chain has expired, and with it all that it signed.",
    { server: "send the renewed intermediate, if there is one with the same key", ca: "renew the intermediate" },
    10,
  ],
  "expired-root": [
    "The trusted root has expired.",
    {
      client: "install the root's successor",
      ca: "make a new root, cross-sign it, and spread it before the old one ends",
    },
    10,
  ],
  "not-yet-valid-leaf": [
    "The period of the certificate has not begun. Mostly a clock is wrong: the client's, or the CA's when it issued.",
    { client: "check the clock and the time zone", ca: "date notBefore back by some minutes" },
    9,
  ],
  "not-yet-valid-intermediate": [
    "The period of a CA of the chain has not begun.",
    { client: "check the clock and the time zone", server: "send the present intermediate until the new one counts" },
    9,
  ],
  "not-yet-valid": [
    "The period of the trusted root has not begun.",
    { client: "check the clock and the time zone; keep the old root until the new one counts" },
    9,
  ],
  "validity-900d": [
    "Apple's systems refuse server certificates that run longer than 825 days, also from private CAs.",
    { ca: "issue for 397 days or less, and renew by machine" },
  ],
  "validity-too-long": [
    "Public server certificates may run 398 days at most; browsers refuse longer ones from public CAs.",
    { ca: "issue for 397 days or less, and renew by machine" },
  ],
  "outlives-issuer": [
    "The certificate ends after its issuer does, so its last days do not count.",
    {
      ca: "end leaves before their CA, or renew the CA early",
    },
  ],
} as const;
timeExplanations satisfies Record<string, ExplanationRow>;
