import type { ExplanationRow } from "./explanation.ts";

/** Whom the certificate speaks for. */
export const nameExplanations = {
  "wrong-host": [
    "The certificate is good for other names than the one asked for; the connection may lead to another host.",
    {
      server: "issue it for this name: `rootcause issue NAME`; if another site's came, check the virtual host and SNI",
      client: "use a name that the certificate lists",
    },
    62,
  ],
  "wrong-host-wildcard": [
    "A wildcard stands for exactly one label, the left-most: `*.example.com` is neither `example.com` nor `a.b.example.com`.",
    { server: "issue it for this name, or for the wildcard one level up" },
    62,
  ],
  "no-san-cn-only": [
    "The name stands only in the common name, which Go, Chromium, Firefox and RFC 9525 no longer read.",
    { ca: "put the name into subjectAltName; `rootcause issue` always does" },
    62,
  ],
  "ip-no-ip-san": [
    "An address was asked for, and an address matches only an iPAddress name.",
    {
      ca: "issue it with the address as iPAddress: `rootcause issue ADDRESS`",
      client: "connect by a name that it lists",
    },
    64,
  ],
  "ip-in-dns-san": [
    "The address stands in a dNSName, where clients do not look for addresses.",
    { ca: "write the address as iPAddress; `rootcause issue ADDRESS` does" },
    64,
  ],
  "partial-wildcard": [
    "A wildcard must be the whole label; `loc*` is matched by hardly any client.",
    { ca: "list the names, or use `*` as the whole left-most label" },
    62,
  ],
  "bare-wildcard": ["`*` alone would stand for every host and is matched by no client.", { ca: "list the names" }, 62],
  "empty-subject-san-not-critical": [
    "With an empty subject the subjectAltName is the only name, so it must be critical. Java and Python 3.13 refuse.",
    { ca: "mark subjectAltName critical, or give a subject" },
    88,
  ],
  "san-dns-syntax": [
    "A dNSName must be a host name; clients pass over what is none.",
    {
      ca: "write host names as dNSName, addresses as iPAddress, other names as A-labels",
    },
  ],
  "empty-san": [
    "A subjectAltName without names says nothing and is not allowed.",
    { ca: "list at least one name, or leave the extension out" },
    87,
  ],
} as const;
nameExplanations satisfies Record<string, ExplanationRow>;
