import type { Fault } from "../fault.ts";
import { oldVersion } from "../prints/handshake.ts";

export const serverMaxTls10: Fault = {
  id: "server-max-tls10",
  title: "The server stops at TLS 1.0",
  story: "The server speaks no version after TLS 1.0, which clients have switched off. It was deprecated in 2021.",
  citation: "RFC 8996",
  severity: "most clients refuse",
  weight: 25,
  raises: [],
  badssl: "tls-v1-0",
  ambiguity: "nothing-in-common",
  prints: oldVersion,
  advice: {
    why: "TLS 1.0 signs with SHA-1 and MD5 and is open to known attacks.",
    fix: [
      {
        role: "server",
        text: "update it and allow TLS 1.2 and 1.3; put a proxy that can in front of what cannot be updated",
      },
    ],
  },
  build: () => ({ conduct: { kind: "tls", minVersion: "TLSv1", maxVersion: "TLSv1" } }),
};
