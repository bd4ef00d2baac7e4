import type { Topic } from "./topic.ts";

export const chain: Topic = {
  id: "chain",
  title: "The chain",
  paragraphs: [
    "The root signs intermediates, an intermediate signs the server's certificate. The root's key stays locked away; the intermediate works.",
    "The server sends its certificate and the intermediates, in that order, without the root. The client has the root already: that is the point.",
    "Each link is checked: name and key of the issuer, signature, dates, whether it is a CA, how many CAs may follow, which names and purposes it may certify.",
    'Browsers fetch or remember a missing intermediate, programs mostly do not. Hence "works in Chrome, fails in curl".',
  ],
  faults: [
    "missing-intermediate",
    "untrusted-root-not-sent",
    "untrusted-root-sent",
    "root-before-intermediate",
    "pathlen-exceeded",
  ],
  reading: "RFC 5280 section 6, RFC 4158",
};
