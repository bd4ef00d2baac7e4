import type { Topic } from "./topic.ts";

export const trustStore: Topic = {
  id: "trust-store",
  title: "Trust stores",
  paragraphs: [
    "A client trusts the roots in its store, and there is not one store: OpenSSL's directory, certifi for Python's requests, a built-in list in Node and Firefox, cacerts in Java, the system's on Windows and macOS.",
    "Installing a root in the system's store helps only programs that read it. Each program has a variable or option of its own; explain names it with the message of that program.",
    "Some variables add to the built-in list (NODE_EXTRA_CA_CERTS), some replace it (SSL_CERT_FILE, REQUESTS_CA_BUNDLE): then private and public roots belong into one file.",
    "Compare a root's fingerprint over another channel before you trust it: whoever holds its key can be every server for you.",
  ],
  faults: [
    "untrusted-root-not-sent",
    "untrusted-root-sent",
    "trust-only-intermediate",
    "tls-intercepted",
    "self-signed-leaf",
  ],
  reading: "the row of your program in docs/faults",
};
