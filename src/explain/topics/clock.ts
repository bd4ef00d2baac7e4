import type { Topic } from "./topic.ts";

export const clock: Topic = {
  id: "clock",
  title: "The clock",
  paragraphs: [
    "Every certificate, CRL and OCSP answer has a first and a last second, and the client judges them by its own clock.",
    'A clock that is behind makes fresh certificates "not yet valid"; one that is ahead makes good ones expired. Boards without a battery start in 1970, virtual machines wake up in the past.',
    "notAfter itself is still valid. CAs date certificates back by some minutes because clocks differ.",
    "Compare with the Date header of any web server, and keep time by NTP.",
  ],
  faults: ["clock-wrong", "not-yet-valid-leaf", "expired-leaf", "crl-not-yet-valid"],
  reading: "RFC 5280 section 4.1.2.5",
};
