import type { Fault } from "../fault.ts";
import { oldVersion } from "../prints/handshake.ts";

export const serverMaxTls11: Fault = {
  id: "server-max-tls11",
  title: "The server stops at TLS 1.1",
  story: "The server speaks no version after TLS 1.1, which clients have switched off. It was deprecated in 2021.",
  citation: "RFC 8996",
  severity: "most clients refuse",
  weight: 15,
  raises: [],
  badssl: "tls-v1-1",
  ambiguity: "nothing-in-common",
  prints: oldVersion,
  advice: {
    why: "TLS 1.1 signs with SHA-1 and MD5 and is open to known attacks.",
    fix: [
      {
        role: "server",
        text: "update it and allow TLS 1.2 and 1.3; put a proxy that can in front of what cannot be updated",
      },
    ],
  },
  build: () => ({ conduct: { kind: "tls", minVersion: "TLSv1", maxVersion: "TLSv1.1" } }),
};
