import { type MessageClass, messageClasses } from "./message-class.ts";

/** What Node says itself; verification errors are those of `openssl.ts`, with their constants as `err.code`. */
export const nodeMessages: readonly MessageClass[] = messageClasses([
  [
    "node-name-mismatch",
    "the certificate is for other names",
    ["ERR_TLS_CERT_ALTNAME_INVALID", "Hostname/IP does not match certificate's altnames"],
  ],
  ["node-host-not-in-names", "the host is none of the DNS names", ["is not in the cert's altnames"], 2],
  ["node-address-not-in-names", "the address is none of the iPAddress names", ["is not in the cert's list"], 2],
  ["node-common-name", "there are no DNS names and the common name is another", ["is not cert's CN"], 2],
  ["node-no-names", "the certificate has no names at all", ["Cert does not contain a DNS name"], 2],
  ["node-handshake-timeout", "the handshake took too long", ["ERR_TLS_HANDSHAKE_TIMEOUT"]],
  ["node-dh-too-small", "the server's Diffie-Hellman group is too small", ["ERR_TLS_DH_PARAM_SIZE"]],
]);
