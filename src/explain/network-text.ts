import type { Client } from "../faults/client.ts";

/** How clients say what the network did, where they do not take the words of the C library, by message class. */
const own: Readonly<Record<string, Readonly<Partial<Record<Client, string>>>>> = {
  "net-dns-unknown": {
    curl: "Could not resolve host",
    node: "getaddrinfo ENOTFOUND",
    npm: "getaddrinfo ENOTFOUND",
    go: "no such host",
    java: "UnknownHostException",
    wget: "unable to resolve host address",
    git: "Could not resolve host",
    chromium: "ERR_NAME_NOT_RESOLVED",
    firefox: "neterror?e=dnsNotFound",
    schannel: "No such host is known",
    apple: "nodename nor servname provided",
  },
  "net-dns-temporary": { node: "EAI_AGAIN", npm: "EAI_AGAIN", go: "server misbehaving" },
  "net-refused": {
    node: "ECONNREFUSED",
    npm: "ECONNREFUSED",
    chromium: "ERR_CONNECTION_REFUSED",
    schannel: "actively refused it",
  },
  "net-timeout": { node: "ETIMEDOUT", npm: "ETIMEDOUT", go: "i/o timeout", chromium: "ERR_CONNECTION_TIMED_OUT" },
  "net-unreachable": { node: "ENETUNREACH", npm: "ENETUNREACH", chromium: "ERR_ADDRESS_UNREACHABLE" },
};

/** A client's own words for a message class of the network; undefined where it has none, or none that are known. */
export function networkText(id: string, client: Client): string | undefined {
  return own[id]?.[client];
}
