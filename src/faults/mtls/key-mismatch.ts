import type { Fault } from "../fault.ts";
import { pairRefused } from "../prints/handshake.ts";

export const keyMismatch: Fault = {
  id: "key-mismatch",
  title: "Key and certificate do not belong together",
  story:
    "The private key that was given is not the one in the certificate. Mostly one of the two files was renewed and the other was not.",
  citation: "RFC 8446 section 4.4.3",
  severity: "every client refuses",
  weight: 25,
  raises: [],
  ambiguity: "client-certificate",
  prints: pairRefused,
  advice: {
    why: "Only the key in the certificate can sign the handshake; programs notice when they load the two, or the peer does.",
    fix: [
      {
        role: "server",
        text: "give both files of one issue; `rootcause inspect --pair cert.pem key.pem` says whether they belong together",
      },
      {
        role: "client",
        text: "give both files of one issue; `rootcause inspect --pair cert.pem key.pem` says whether they belong together",
      },
    ],
  },
  build: (lab) => ({ key: lab.key("other") }),
};
