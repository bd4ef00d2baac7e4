import { type MessageClass, messageClasses } from "./message-class.ts";

/** libpq and the MySQL client. */
export const databaseMessages: readonly MessageClass[] = messageClasses([
  [
    "postgres-name-mismatch",
    "the certificate is for other names",
    [["server certificate for", "does not match host name"]],
  ],
  [
    "postgres-no-root-file",
    "the file of trusted roots is not there",
    ["root certificate file does not exist", ["root certificate file", "does not exist"]],
  ],
  ["postgres-no-tls", "the server has TLS switched off", ["server does not support SSL, but SSL was required"]],
  ["mysql-tls-error", "the handshake failed", ["SSL connection error"], 0],
]);
