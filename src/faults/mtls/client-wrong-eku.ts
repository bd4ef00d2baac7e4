import { OID } from "../../asn1/oids.ts";
import { eku } from "../build/extensions.ts";
import type { Fault } from "../fault.ts";
import { clientRefused } from "../prints/handshake.ts";

export const clientWrongEku: Fault = {
  id: "client-wrong-eku",
  title: "The client's certificate is not for clients",
  story:
    "The server refused the client certificate: its extendedKeyUsage lacks clientAuth. It was issued for servers only.",
  citation: "RFC 5280 section 4.2.1.12",
  severity: "every client refuses",
  weight: 15,
  raises: [],
  ambiguity: "client-certificate",
  needs: "certificate",
  prints: {
    ...clientRefused(43),
    server: ["log-client-purpose", "go-key-usage"],
    others: ["alert-42", "alert-46", "alert-48"],
  },
  advice: {
    why: "A certificate issued for servers does not speak for a client.",
    fix: [{ role: "ca", text: "issue it from a profile with clientAuth: `rootcause issue NAME --profile tls-client`" }],
  },
  build: (lab) => ({
    demand: { trust: [lab.root] },
    client: { identity: lab.identity(lab.newClient({ extensions: eku(OID.serverAuth) })) },
  }),
};
