import type { Topic } from "./topic.ts";

export const names: Topic = {
  id: "names",
  title: "Names",
  paragraphs: [
    "The client compares the name that it was told to call with the subjectAltNames of the certificate. What DNS answered plays no part, nor does the common name.",
    "A wildcard stands for one whole label at the left: *.example.com is a.example.com, not example.com, not a.b.example.com.",
    "An address matches only an iPAddress entry, never a DNS name that looks like one.",
    "The name also goes to the server in clear (SNI), so that it can choose the certificate. A client that sends none gets the default site's.",
  ],
  faults: ["wrong-host", "wrong-host-wildcard", "no-san-cn-only", "ip-no-ip-san", "sni-required", "nc-permitted"],
  reading: "RFC 9525",
};
