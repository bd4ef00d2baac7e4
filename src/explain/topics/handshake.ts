import type { Topic } from "./topic.ts";

export const handshake: Topic = {
  id: "handshake",
  title: "The handshake",
  paragraphs: [
    "The client says hello: the versions, cipher suites, groups and signature algorithms that it allows, and the name it looks for (SNI). The server chooses, sends its certificates and signs the conversation so far with the key in the first of them.",
    "The client checks the chain up to a root that it trusts, the dates, the name and the signature. Both then hold the same fresh key: what follows is encrypted, cannot be changed unseen, and cannot be replayed.",
    "Whoever is not content sends an alert and closes. An alert is one number: what the other side held against us in detail stands only in its log.",
    "In TLS 1.3 the client learns only after its own last message whether the server likes its certificate: that alert comes with the first read.",
  ],
  faults: [
    "alert-handshake-failure",
    "alert-protocol-version",
    "no-shared-cipher",
    "client-certificate-missing",
    "plain-http",
    "hangs-on-hello",
  ],
  reading: "RFC 8446 section 2",
};
